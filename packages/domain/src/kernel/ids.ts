/**
 * Identifiers. `uuidv7` is time-ordered (RFC 9562 §5.7) and takes its time and randomness as arguments;
 * `uuidv5` (§5.5) names a fact that may happen only once, so that two devices derive the same id.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { assert } from './assert.ts';
import { toHex, utf8 } from './bytes.ts';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The namespace of every name that TidyLab derives. */
const namespace = '7d8f3c52-6f0e-5b6f-9d0a-3c1f9a2b4e61';

export const isUuid = (text: string): boolean => pattern.test(text);

function format(bytes: Uint8Array, version: number): string {
  const own = bytes.slice(0, 16);
  own[6] = ((own[6] ?? 0) & 0x0f) | (version << 4);
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(own);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** @param ms Unix time in milliseconds. @param random at least 10 random bytes. */
export function uuidv7(ms: number, random: Uint8Array): string {
  assert(random.length >= 10, 'uuidv7 needs 10 random bytes');
  assert(Number.isSafeInteger(ms) && ms >= 0 && ms < 2 ** 48, `uuidv7 needs a 48-bit time, got ${ms}`);
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256;
  bytes.set(random.slice(0, 10), 6);
  return format(bytes, 7);
}

export function uuidv5(name: string): string {
  const space = Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const text = utf8(name);
  const input = new Uint8Array(space.length + text.length);
  input.set(space);
  input.set(text, space.length);
  return format(sha1(input), 5);
}
