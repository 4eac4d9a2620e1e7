import { expect, test } from 'vitest';
import { cursorAt, pageOf, rowOf, stampAt } from '../testing/ops.testkit.ts';
import { feedRowSchema, helloReplySchema, pageSchema, pushReplySchema, resultStatuses } from './messages.ts';

const result = { id: 'a', n: 1, status: 'applied', seq: 1, eff: stampAt(1) };
const reply = { proto: 1, lab: 'lab', epoch: 'e', dev: 'd', time: 1, head: cursorAt(1), results: [result] };

test('[P3] a result has one of five statuses, and no other text is a result', () => {
  expect(resultStatuses).toEqual(['applied', 'merged', 'duplicate', 'rejected', 'parked']);
  for (const status of resultStatuses) {
    expect(pushReplySchema.safeParse({ ...reply, results: [{ ...result, status }] }).success).toBe(true);
  }
  expect(pushReplySchema.safeParse({ ...reply, results: [{ ...result, status: 'ok' }] }).success).toBe(false);
});

test.each([
  undefined,
  '<html>',
  {},
  { ok: true },
  { ...reply, results: undefined },
  { ...reply, head: '1' },
  { ...reply, lab: 1 },
])('[P9] %j is no answer to a push', (json) => {
  expect(pushReplySchema.safeParse(json).success).toBe(false);
  expect(helloReplySchema.safeParse(json).success).toBe(false);
  expect(pageSchema.safeParse(json).success).toBe(false);
});

test('[F1] a row of the feed says which op it is, of whom, its effective stamp, what it decides and what changed', () => {
  const row = rowOf(7, [{ kind: 'item', key: 'x', value: { rev: 1 } }], { decides: 'op' });
  expect(feedRowSchema.parse(row)).toEqual(row);
  expect(Object.keys(row)).toEqual(['seq', 'op', 'dev', 'n', 'eff', 'parts', 'decides']);
});

test('[F7] a part of an unknown kind goes through a page as it is', () => {
  const value = { anything: [1, { deep: null }] };
  const page = pageOf(0, [rowOf(1, [{ kind: 'kind-of-2031', key: 'k', value }])]);
  expect(pageSchema.parse(page)).toEqual(page);
});
