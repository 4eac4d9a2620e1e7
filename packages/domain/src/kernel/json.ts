/**
 * Canonical JSON: object keys in code-unit order, no white space, `undefined` members left out, integers only.
 * Two programs that hold the same value write the same bytes, so a signature or a hash over them agrees.
 */
import { assert } from './assert.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value), `canonical JSON holds safe integers only, got ${value}`);
    return String(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as { readonly [key: string]: Json | undefined };
  const members: string[] = [];
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
  }
  return `{${members.join(',')}}`;
}

/**
 * True of JSON whose every number is a safe integer, which is what `canonical` needs. A date or another thing with a
 * form of its own in JSON is not: what is signed and what is sent would differ.
 */
export function isCanonical(value: unknown): value is Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every(isCanonical);
  if (typeof value !== 'object' || !isPlain(value)) return false;
  return Object.values(value).every((member) => member === undefined || isCanonical(member));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || Object.getPrototypeOf(prototype) === null) && !('toJSON' in value);
}
