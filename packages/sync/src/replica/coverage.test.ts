import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { voidFact } from '@tidylab/domain/ledger/decide';
import { expect, test } from 'vitest';
import { acknowledged, consumed, opOf, pending, stampAt, voidBody } from '../testing/ops.testkit.ts';
import { factOf, finalStatus, isCovered, overlayOps, ownEff, type BasePosition, type OwnOp } from './coverage.ts';

const at = (seq: number, n: number | null, open: number[] = [], dev = 'me'): BasePosition => ({
  seq,
  ackN: n === null ? null : { dev, n, op: uuidv5(`op ${n}`) },
  open,
});
const post = (n: number, ms = n) => opOf(`op ${n}`, n, ms, 'post-consume', { entries: [consumed(1)] });
const none = (): boolean => false;
const ids = (rows: readonly OwnOp[]): number[] => rows.map(({ op }) => op.n);

test('[V2] an op is covered when the base acknowledges its n, unless that n is still open', () => {
  expect(isCovered(pending(post(3)), at(9, 3))).toBe(true);
  expect(isCovered(pending(post(3)), at(9, 2))).toBe(false);
  expect(isCovered(pending(post(3)), at(9, 5, [3]))).toBe(false);
  expect(isCovered(pending(post(3)), at(9, null))).toBe(false);
  expect(isCovered(pending(post(3)), at(9, 5, [], 'another stream'))).toBe(false);
});

test('[V2] an op is covered when its first result stands at or below the position, and not while it is parked', () => {
  expect(isCovered(acknowledged(post(1), 9), at(9, null))).toBe(true);
  expect(isCovered(acknowledged(post(1), 10), at(9, null))).toBe(false);
  const first = { status: 'applied', seq: 4, eff: stampAt(1) } as const;
  expect(isCovered(acknowledged(post(1), 10, { status: 'duplicate', first }), at(9, null))).toBe(true);
  expect(isCovered(acknowledged(post(1), 9, { status: 'parked' }), at(9, null))).toBe(false);
});

test('[V1] covered, rejected and withdrawn ops are not laid over the base, acknowledged ones are', () => {
  const rejectedFirst = { status: 'rejected', seq: 4, eff: stampAt(5) } as const;
  const own: OwnOp[] = [
    acknowledged(post(1), 5),
    acknowledged(post(2), 15),
    acknowledged(post(3), 16, { status: 'rejected', code: 'no-permission' }),
    { ...pending(post(4)), state: 'withdrawn' },
    acknowledged(post(5), 17, { status: 'duplicate', first: rejectedFirst }),
    acknowledged(post(6), 18, { status: 'parked', code: 'no-grant' }),
    { ...pending(post(7)), state: 'sent' },
    pending(post(8)),
  ];
  expect(ids(overlayOps(own, at(10, 1), none))).toEqual([2, 6, 7, 8]);
});

test('[V1] an op whose fact is in the base or on an earlier own op is not laid over', () => {
  const target = uuidv5('target');
  const voiding = (n: number) =>
    pending(opOf(`void ${n}`, n, n, 'void-posting', voidBody(target, 'consume', stampAt(0), [consumed(1)])));
  expect(ids(overlayOps([voiding(1), voiding(2)], at(0, null), none))).toEqual([1]);
  expect(ids(overlayOps([voiding(1)], at(0, null), (fact) => fact === voidFact(target)))).toEqual([]);
});

test('[V1] an op that was voided by another device is not laid over', () => {
  const own = pending(post(1));
  expect(ids(overlayOps([own], at(0, null), (fact) => fact === voidFact(own.op.id)))).toEqual([]);
});

test('[V5] own ops stand in the order of their time, which is the server’s once it is known, then of n', () => {
  const own = [pending(post(1, 7)), acknowledged(post(2, 8), 20, { eff: stampAt(3) }), pending(post(3, 7))];
  expect(ids(overlayOps(own, at(0, null), none))).toEqual([2, 1, 3]);
  const first = { status: 'applied', seq: 1, eff: stampAt(2) } as const;
  expect(ownEff(acknowledged(post(2, 8), 20, { status: 'duplicate', eff: stampAt(9), first }))).toBe(stampAt(2));
  expect(ownEff(pending(post(4, 8)))).toBe(stampAt(8));
});

test('[P10] a duplicate ends as what it is a duplicate of', () => {
  const { result } = acknowledged(post(1), 9, { status: 'duplicate' });
  if (!result) throw new Error('an acknowledged row has a result');
  expect(finalStatus(result)).toBe('duplicate');
  expect(finalStatus({ ...result, first: { status: 'rejected', seq: 1, eff: stampAt(1) } })).toBe('rejected');
  expect(finalStatus({ ...result, status: 'applied', first: { status: 'rejected', seq: 1, eff: stampAt(1) } })).toBe(
    'applied',
  );
});

test('a fact is a text in the body, or there is none', () => {
  expect(factOf(opOf('a', 1, 1, 'x', { fact: 'f' }))).toBe('f');
  expect(factOf(opOf('a', 1, 1, 'x', { fact: 7 }))).toBeUndefined();
  expect(factOf(opOf('a', 1, 1, 'x', {}))).toBeUndefined();
});
