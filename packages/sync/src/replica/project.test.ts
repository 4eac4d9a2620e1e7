import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { expect, test } from 'vitest';
import { type Posting } from '@tidylab/domain/ledger/model';
import type { BalanceValue } from '../protocol/kinds.ts';
import type { Part } from '../protocol/messages.ts';
import {
  acknowledged,
  bucketOf,
  consumed,
  counted,
  cursorAt,
  opOf,
  pageOf,
  pending,
  received,
  rowOf,
  shelf,
  stampAt,
  lot,
  voidBody,
} from '../testing/ops.testkit.ts';
import { Replica } from './replica.ts';

const bucket = bucketOf(shelf);
const balance = (qty: number, count: { eff: string; op: string } | null = null): Part => ({
  kind: 'balance',
  key: bucket,
  value: { what: lot, place: shelf, qty, count } satisfies BalanceValue,
});
const posting = (name: string, ms: number, entries: Posting['entries'], kind: Posting['kind'] = 'receive'): Part => {
  const id = uuidv5(name);
  const value: Posting = { id, kind, entries, eff: stampAt(ms), user: 'ben', dev: 'other', voidedBy: null };
  return { kind: 'posting', key: id, value };
};
const based = (...parts: Part[]): Replica => {
  const replica = new Replica();
  replica.applyPage(pageOf(0, [rowOf(1, parts)]));
  return replica;
};
const voiding = (n: number, ms: number, part: Part) => {
  const target = part.value as Posting;
  return pending(
    opOf(`void ${n}`, n, ms, 'void-posting', voidBody(target.id, target.kind, target.eff, target.entries)),
  );
};
const countAt = (n: number, ms: number, qty: number) =>
  pending(opOf(`count ${n}`, n, ms, 'post-count', { entries: [counted(qty)] }));
const useAt = (n: number, ms: number, qty: number) =>
  pending(opOf(`use ${n}`, n, ms, 'post-consume', { entries: [consumed(qty)] }));

test('[V4] accepted movements are never added to a balance of the base', () => {
  const replica = based(posting('m', 5, [received(30)]), balance(100));
  expect(replica.balance(bucket)?.qty).toBe(100);
  replica.setOwn([useAt(1, 9, 1)]);
  expect(replica.balance(bucket)?.qty).toBe(99);
  expect(replica.baseBalance(bucket)?.qty).toBe(100);
});

test('[V5] an own movement at or before the count of the base changes nothing', () => {
  const count = { eff: stampAt(5), op: uuidv5('their count') };
  const replica = based(balance(100, count));
  replica.setOwn([useAt(1, 4, 7)]);
  expect(replica.balance(bucket)).toEqual({ what: lot, place: shelf, qty: 100, count });
  replica.setOwn([useAt(1, 4, 7), useAt(2, 6, 2)]);
  expect(replica.balance(bucket)?.qty).toBe(98);
});

test('[V6] an own count gives its quantity, the accepted movements after it and own ones after it', () => {
  const replica = based(posting('early', 3, [received(30)]), posting('late', 8, [received(5)]), balance(35));
  replica.setOwn([countAt(1, 6, 40), useAt(2, 7, 1)]);
  expect(replica.balance(bucket)?.qty).toBe(44);
});

test('[V6] an accepted movement after an own count that is voided here is counted neither with nor against', () => {
  const late = posting('late', 8, [received(5)]);
  const replica = based(late, balance(35));
  replica.setOwn([countAt(1, 6, 40), voiding(2, 9, late)]);
  expect(replica.balance(bucket)?.qty).toBe(40);
  expect(replica.posting(late.key)?.voidedBy).toBe(uuidv5('void 2'));
});

test('[V7] voiding a count falls back exactly when the base holds the whole ledger, else approximately', () => {
  const first = posting('first', 2, [counted(50)], 'count');
  const second = posting('second', 6, [counted(90)], 'count');
  const parts = [first, second, posting('moved', 4, [received(3)]), balance(90, { eff: stampAt(6), op: second.key })];
  const whole = based(...parts);
  whole.setOwn([voiding(1, 9, second)]);
  expect(whole.balance(bucket)).toMatchObject({ qty: 53, count: { op: first.key }, approximate: false });
  const windowed = new Replica();
  windowed.applyChunk(parts, cursorAt(1), { seq: 1, ackN: null, open: [] }, false);
  windowed.setOwn([voiding(1, 9, second)]);
  expect(windowed.balance(bucket)).toMatchObject({ qty: 53, approximate: true });
});

test('[L9] a void of a posting that the device does not hold changes nothing, nor does a second void', () => {
  const replica = based(balance(10));
  const absent = posting('absent', 4, [received(9)]);
  replica.setOwn([voiding(1, 9, absent)]);
  expect(replica.balance(bucket)?.qty).toBe(10);
  expect(replica.posting(absent.key)).toBeUndefined();
  const gone = { ...absent, value: { ...(absent.value as Posting), voidedBy: uuidv5('another void') } };
  const twice = based(gone, balance(10));
  twice.setOwn([voiding(1, 9, absent)]);
  expect(twice.balance(bucket)?.qty).toBe(10);
});

test('[L9] an own posting that is voided before it was sent is shown as voided and counts for nothing', () => {
  const replica = based(balance(10));
  const use = useAt(1, 5, 4);
  const undo = opOf('undo', 2, 6, 'void-posting', voidBody(use.op.id, 'consume', use.op.hlc, [consumed(4)]));
  const again = opOf('again', 3, 7, 'void-posting', voidBody(use.op.id, 'consume', use.op.hlc, [consumed(4)]));
  replica.setOwn([use, pending(undo), pending(again)]);
  expect(replica.balance(bucket)?.qty).toBe(10);
  expect(replica.posting(use.op.id)?.voidedBy).toBe(undo.id);
});

test('an own posting is shown as it will be told, with its reason and note, under the time of the server', () => {
  const replica = new Replica();
  const body = { entries: [consumed(4)], reason: 'assay', note: 'n', via: 'scan' };
  const op = opOf('use', 1, 5, 'post-consume', body);
  replica.setOwn([acknowledged(op, 9, { eff: stampAt(4) })]);
  expect(replica.posting(op.id)).toEqual({
    id: op.id,
    kind: 'consume',
    ...body,
    eff: stampAt(4),
    user: 'ana',
    dev: 'me',
    voidedBy: null,
  });
});

test('[R2] an own record does not overwrite one of the base, nor an earlier own one of the same id', () => {
  const id = uuidv5('a person');
  const create = (n: number, name: string) =>
    pending(opOf(`p${n}`, n, n, 'create-record', { kind: 'person', id, fields: { name } }));
  const held = { rev: 4, fieldRevs: {}, deletedAt: null, fields: { name: 'Base' } };
  const replica = based({ kind: 'person', key: id, value: held });
  replica.setOwn([create(1, 'First')]);
  expect(replica.record('person', id)).toEqual(held);
  const empty = new Replica();
  empty.setOwn([create(1, 'First'), create(2, 'Second')]);
  expect(empty.record('person', id)).toEqual({ rev: 0, fieldRevs: {}, deletedAt: null, fields: { name: 'First' } });
});
