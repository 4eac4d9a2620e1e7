import fc from 'fast-check';
import { expect, test } from 'vitest';
import { opOf } from '../testing/ops.testkit.ts';
import { outboxKey, outboxN, outboxRowSchema, outboxStates, pageKey } from './stored.ts';

const op = opOf('one', 1, 1_000, 'post-consume', {});
const row = {
  n: outboxKey(1),
  id: op.id,
  state: 'pending',
  sentAt: null,
  result: null,
  payload: { alg: 'none', kid: '', data: JSON.stringify(op) },
};

test('[S1] a row is what it was at version 0, and its states are the four', () => {
  expect(outboxRowSchema.parse(row)).toEqual(row);
  expect(Object.keys(row)).toEqual(['n', 'id', 'state', 'sentAt', 'result', 'payload']);
  expect(outboxStates).toEqual(['pending', 'sent', 'acknowledged', 'withdrawn']);
  expect(outboxRowSchema.safeParse({ ...row, state: 'deleted' }).success).toBe(false);
  expect(outboxRowSchema.safeParse({ ...row, n: '1' }).success).toBe(false);
});

test('[O3] keys of the outbox sort as text in the order of n, and give n back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.integer({ min: 1, max: 2 ** 53 - 1 }), (a, b) => {
      expect(Math.sign(a - b)).toBe(outboxKey(a) < outboxKey(b) ? -1 : outboxKey(a) > outboxKey(b) ? 1 : 0);
      expect(outboxN(outboxKey(a))).toBe(a);
      expect(outboxRowSchema.safeParse({ ...row, n: outboxKey(a) }).success).toBe(true);
    }),
  );
});

test('[S4] the key of a page names its epoch, its scope and where it continues from', () => {
  const keys = [
    pageKey('e1', 's1', '0.a'),
    pageKey('e2', 's1', '0.a'),
    pageKey('e1', 's2', '0.a'),
    pageKey('e1', 's1', '1.a'),
  ];
  expect(keys[0]).toBe('e1:s1:0.a');
  expect(new Set(keys).size).toBe(4);
});
