import { stampAfter } from '@tidylab/domain/kernel/stamp';
import { voidFact } from '@tidylab/domain/ledger/decide';
import { bucketKey, type LedgerEntry, type PostingKind } from '@tidylab/domain/ledger/model';
import type { OwnOp } from '@tidylab/sync/replica/coverage';
import { Replica } from '@tidylab/sync/replica/replica';
import { expect, test } from 'vitest';
import { explainBucket, ownChangesOf } from './explain.ts';

const bucket = bucketKey('lot', 'l:shelf');
const at = (minute: number): string => stampAfter(1_790_000_000_000 + minute * 60_000, undefined);
const use = (qty: number): LedgerEntry[] => [{ what: 'lot', from: 'l:shelf', to: 'v:consumed', qty }];
const receive = (qty: number): LedgerEntry[] => [{ what: 'lot', from: 'v:supplier', to: 'l:shelf', qty }];
const count = (qty: number): LedgerEntry[] => [{ what: 'lot', place: 'l:shelf', qty, expectedSeen: null, headSeen: 0 }];

const posting = (
  id: string,
  kind: PostingKind,
  minute: number,
  entries: LedgerEntry[],
  voidedBy: string | null = null,
) => ({
  kind: 'posting',
  key: id,
  value: { id, kind, entries, eff: at(minute), user: 'ada', dev: 'd', voidedBy },
});
const balance = (qty: number, counted: { op: string; minute: number } | null) => ({
  kind: 'balance',
  key: bucket,
  value: { what: 'lot', place: 'l:shelf', qty, count: counted ? { op: counted.op, eff: at(counted.minute) } : null },
});

function labWith(parts: { kind: string; key: string; value: unknown }[]): Replica {
  const replica = new Replica();
  replica.applyChunk(parts, replica.cursor, replica.position, true);
  return replica;
}

const own = (n: number, type: string, body: Record<string, unknown>, minute: number): OwnOp => ({
  op: { id: `own${n}`, dev: 'me', n, user: 'ada', lab: 'lab', hlc: at(minute), v: 1, type, body, sig: '' },
  state: 'pending',
  result: null,
});

test('a balance that was never counted is the sum of its movements', () => {
  const replica = labWith([
    posting('r', 'receive', 1, receive(10)),
    posting('u', 'consume', 2, use(3)),
    balance(7, null),
  ]);
  const explained = explainBucket(replica, bucket);
  expect(explained).toMatchObject({ qty: 7, count: null, earlier: 0, server: null });
  expect(explained.steps.map((step) => step.qty)).toEqual([10, -3]);
});

test('a counted balance starts at its count and takes only what came after', () => {
  const replica = labWith([
    posting('r', 'receive', 1, receive(10)),
    posting('c', 'count', 2, count(8)),
    posting('u', 'consume', 3, use(3)),
    balance(5, { op: 'c', minute: 2 }),
  ]);
  const explained = explainBucket(replica, bucket);
  expect(explained.count).toMatchObject({ qty: 8, own: false });
  expect(explained.steps.map((step) => step.qty)).toEqual([-3]);
  expect(explained.earlier).toBe(0);
});

test('voided movements are not part of the sum', () => {
  const replica = labWith([
    posting('r', 'receive', 1, receive(10)),
    posting('u', 'consume', 2, use(3), 'v'),
    balance(10, null),
  ]);
  expect(explainBucket(replica, bucket).steps.map((step) => step.posting.id)).toEqual(['r']);
});

test('what older movements account for is a line of its own', () => {
  const replica = labWith([posting('u', 'consume', 2, use(3)), balance(7, null)]);
  expect(explainBucket(replica, bucket)).toMatchObject({ earlier: 10, qty: 7 });
});

test('the quantity of a count that is not held is what remains', () => {
  const replica = labWith([posting('u', 'consume', 5, use(3)), balance(7, { op: 'c', minute: 2 })]);
  expect(explainBucket(replica, bucket)).toMatchObject({ count: { posting: null, qty: 10 }, earlier: 0 });
});

test('own unsent uses are marked, counted, and set against what the server said', () => {
  const replica = labWith([posting('r', 'receive', 1, receive(10)), balance(10, null)]);
  replica.setOwn([own(1, 'post-consume', { entries: use(1) }, 10), own(2, 'post-consume', { entries: use(1) }, 11)]);
  const explained = explainBucket(replica, bucket);
  expect(explained).toMatchObject({ qty: 8, server: { qty: 10 }, earlier: 0 });
  expect(explained.steps.map((step) => step.own)).toEqual([false, true, true]);
  expect(ownChangesOf(replica, [bucket])).toEqual({ uses: 2, others: 0, sent: 0 });
  expect(ownChangesOf(replica, ['other'])).toEqual({ uses: 0, others: 0, sent: 0 });
});

test('an own use that was undone before it was sent leaves nothing to explain', () => {
  const replica = labWith([posting('r', 'receive', 1, receive(10)), balance(10, null)]);
  const target = { op: 'own1', kind: 'consume', eff: at(10), entries: use(4) };
  replica.setOwn([
    own(1, 'post-consume', { entries: use(4) }, 10),
    own(2, 'void-posting', { fact: voidFact('own1'), target }, 11),
  ]);
  expect(explainBucket(replica, bucket)).toMatchObject({ qty: 10, server: null });
  expect(ownChangesOf(replica, [bucket])).toEqual({ uses: 0, others: 0, sent: 0 });
});

test('an own undo of what the server holds counts as another change', () => {
  const replica = labWith([posting('u', 'consume', 1, use(4)), balance(6, null)]);
  const target = { op: 'u', kind: 'consume', eff: at(1), entries: use(4) };
  replica.setOwn([own(1, 'void-posting', { fact: voidFact('u'), target }, 11)]);
  expect(explainBucket(replica, bucket)).toMatchObject({ qty: 10, server: { qty: 6 } });
  expect(ownChangesOf(replica, [bucket])).toEqual({ uses: 0, others: 1, sent: 0 });
});

test('a bucket that only this device knows has no number of the server', () => {
  const replica = labWith([]);
  replica.setOwn([own(1, 'post-receive', { entries: receive(5) }, 1)]);
  expect(explainBucket(replica, bucket)).toMatchObject({ qty: 5, server: { qty: null } });
  expect(ownChangesOf(replica, [bucket])).toEqual({ uses: 0, others: 1, sent: 0 });
});
