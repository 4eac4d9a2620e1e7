import { canonical, type Json } from '@tidylab/domain/kernel/json';
import { expect, test } from 'vitest';
import { consumed, opOf } from '../testing/ops.testkit.ts';
import { hasCanonicalBody, type Op, opBytes, opSchema, sha256Hex, signedBytes } from './op.ts';

const op = opOf('one', 1, 1_000, 'post-consume', { note: 'Spülung', entries: [consumed(5)] });
const text = (one: Op): string => new TextDecoder().decode(signedBytes(one));

test('[O1] an op has ten fields, and one that lacks any of them is none', () => {
  expect(opSchema.parse(op)).toEqual(op);
  expect(Object.keys(op)).toHaveLength(10);
  for (const field of Object.keys(op)) {
    const { [field as keyof Op]: _gone, ...rest } = op;
    expect(opSchema.safeParse(rest).success, `an op without ${field}`).toBe(false);
  }
});

test.each([
  ['an id that is no UUID', { id: 'one' }],
  ['an n of 0', { n: 0 }],
  ['an n of 1.5', { n: 1.5 }],
  ['no stream', { dev: '' }],
  ['a stream of 81 characters', { dev: 'd'.repeat(81) }],
  ['nobody', { user: '' }],
  ['a stamp of 15 digits', { hlc: '0'.repeat(15) }],
  ['version 0', { v: 0 }],
  ['a type of 61 characters', { type: 't'.repeat(61) }],
  ['a body that is a list', { body: [] }],
  ['a signature of 201 characters', { sig: 's'.repeat(201) }],
])('[O1] %s is refused', (_, over) => {
  expect(opSchema.safeParse({ ...op, ...over }).success).toBe(false);
});

test('[O4] every field but the signature is signed, as canonical JSON in UTF-8', () => {
  const { sig: _sig, ...signed } = op;
  expect(text(op)).toBe(canonical(signed as unknown as Json));
  expect(text({ ...op, sig: 'other' })).toBe(text(op));
  const others: Op = {
    ...opOf('two', 2, 2_000, 'post-count', { entries: [] }, 'you'),
    user: 'ben',
    lab: 'lab 2',
    v: 2,
  };
  for (const field of Object.keys(signed) as (keyof typeof signed)[]) {
    expect(text({ ...op, [field]: others[field] }), `${field} is signed`).not.toBe(text(op));
  }
});

test('[O4] what is signed does not depend on the order of members, and has no white space outside of texts', () => {
  const reordered = Object.fromEntries(Object.entries(op).reverse()) as Op;
  expect(text({ ...reordered, body: Object.fromEntries(Object.entries(op.body).reverse()) })).toBe(text(op));
  expect(text(op)).not.toMatch(/\s/);
});

test('[O4] a body with a number that is not a safe integer has no canonical form', () => {
  expect(hasCanonicalBody(op)).toBe(true);
  for (const number of [0.5, 2 ** 53, Number.NaN]) {
    const bad = { ...op, body: { deep: [{ qty: number }] } };
    expect(hasCanonicalBody(bad)).toBe(false);
    expect(() => signedBytes(bad)).toThrow('safe integers');
  }
});

test('[O5] the size of an op is counted in bytes, not in characters', () => {
  const plain = opBytes({ ...op, body: { note: 'u' } });
  expect(opBytes({ ...op, body: { note: 'ü' } })).toBe(plain + 1);
  expect(opBytes({ ...op, body: { note: '😀' } })).toBe(plain + 3);
});

test('a hash is SHA-256 in hex', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
