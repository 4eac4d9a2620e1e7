import { expect, test } from 'vitest';
import { uuidv5 } from '../kernel/ids.ts';
import { makeStamp } from '../kernel/stamp.ts';
import {
  bucketKey,
  containerPlace,
  countSchema,
  isCount,
  isVirtual,
  locationPlace,
  movementSchema,
  postingKinds,
  postingSchemas,
  virtualPlaces,
  voidSchema,
} from './model.ts';

const id = uuidv5('one');
const movement = { what: id, from: containerPlace(id), to: 'v:consumed', qty: 5 };
const count = { what: id, place: locationPlace(id), qty: 5, expectedSeen: 7, headSeen: 120 };
const voidBody = { fact: id, target: { op: id, kind: 'count', eff: makeStamp(1, 0), entries: [count, movement] } };

test('a posting keeps its circumstances and entries through its schema', () => {
  const body = {
    reason: 'experiment',
    note: 'run 4',
    happenedAt: '2026-11-21T10:00',
    via: 'scan',
    entries: [movement],
  };
  expect(postingSchemas['post-consume'].parse(body)).toEqual(body);
  expect(Object.keys(postingSchemas)).toEqual(postingKinds.map((kind) => `post-${kind}`));
});

test('[L7] a count states what its screen expected, or that it could not tell, and how far its device had read', () => {
  expect(countSchema.parse(count)).toEqual(count);
  expect(countSchema.safeParse({ ...count, expectedSeen: null }).success).toBe(true);
  for (const field of ['expectedSeen', 'headSeen'])
    expect(countSchema.safeParse({ ...count, [field]: undefined }).success).toBe(false);
  expect(countSchema.safeParse({ ...count, headSeen: null }).success).toBe(false);
});

test.each([
  ['a place of no known kind', { ...movement, from: `x:${id}` }],
  ['a virtual place that does not exist', { ...movement, to: 'v:nowhere' }],
  ['a place in capitals', { ...movement, from: `c:${id.toUpperCase()}` }],
  ['a lot that is no id', { ...movement, what: 'lot 1' }],
  ['a fraction', { ...movement, qty: 0.5 }],
  ['a quantity as text', { ...movement, qty: '5' }],
  ['a number beyond 2^53', { ...movement, qty: 2 ** 53 }],
  ['no quantity', { what: id, from: movement.from, to: movement.to }],
])('a movement with %s is malformed', (_, entry) => {
  expect(movementSchema.safeParse(entry).success).toBe(false);
});

test.each([
  ['too long a note', { entries: [movement], note: 'x'.repeat(2001) }],
  ['too long a reason', { entries: [movement], reason: 'x'.repeat(101) }],
  ['an unknown way in', { entries: [movement], via: 'telepathy' }],
  ['a count among its entries', { entries: [count] }],
  ['no list of entries', { entries: movement }],
])('a posting of movements with %s is malformed', (_, body) => {
  expect(postingSchemas['post-transfer'].safeParse(body).success).toBe(false);
});

test('[L9] a void carries a copy of its target', () => {
  expect(voidSchema.parse(voidBody)).toEqual(voidBody);
  const { target } = voidBody;
  for (const bad of [
    { ...target, op: 'x' },
    { ...target, kind: 'void' },
    { ...target, eff: '12' },
    { ...target, entries: [{}] },
  ]) {
    expect(voidSchema.safeParse({ ...voidBody, target: bad }).success).toBe(false);
  }
  expect(voidSchema.safeParse({ ...voidBody, fact: 'x' }).success).toBe(false);
});

test('places, buckets and entries tell what they are', () => {
  expect(virtualPlaces.every(isVirtual)).toBe(true);
  expect([containerPlace(id), locationPlace(id)].some(isVirtual)).toBe(false);
  expect(bucketKey(id, containerPlace(id))).toBe(`${id}@c:${id}`);
  expect([isCount(count), isCount(movement)]).toEqual([true, false]);
});
