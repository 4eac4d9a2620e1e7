import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { expect, test } from 'vitest';
import {
  acknowledged,
  bucketOf,
  consumed,
  cursorAt,
  lot,
  opOf,
  pageOf,
  pending,
  rowOf,
  shelf,
} from '../testing/ops.testkit.ts';
import { Replica } from './replica.ts';

const person = (id: string, name: string) => ({
  kind: 'person',
  key: id,
  value: { rev: 1, fieldRevs: {}, deletedAt: null, fields: { name } },
});
const bucket = bucketOf(shelf);
const balance = (qty: number) => ({
  kind: 'balance',
  key: bucket,
  value: { what: lot, place: shelf, qty, count: null },
});
const use = opOf('use', 1, 5, 'post-consume', { entries: [consumed(4)] });

test('[F4] a page that does not continue the base moves nothing, and the one that does is applied whole', () => {
  const replica = new Replica();
  const page = pageOf(0, [rowOf(1, [person('a', 'Ana'), balance(10)]), rowOf(2, [person('b', 'Ben')])]);
  expect(replica.applyPage(pageOf(1, [rowOf(2, [person('c', 'Cy')])]))).toBe(false);
  expect(replica.cursor).toBe(cursorAt(0));
  expect(replica.applyPage(page)).toBe(true);
  expect(replica.applyPage(page)).toBe(false);
  expect([...replica.records('person').keys()]).toEqual(['a', 'b']);
  expect(replica.cursor).toBe(cursorAt(2));
  expect(replica.position).toEqual({ seq: 2, ackN: null, open: [] });
});

test('[F4] no listener ever sees a part of a page or of an op', () => {
  const replica = new Replica();
  const seen: unknown[] = [];
  replica.subscribe(() => seen.push([replica.records('person').size, replica.balance(bucket)?.qty]));
  replica.applyPage(
    pageOf(0, [rowOf(1, [person('a', 'Ana'), balance(10)]), rowOf(2, [person('b', 'Ben'), balance(20)])]),
  );
  replica.setOwn([pending(use)]);
  expect(seen).toEqual([
    [2, 20],
    [2, 16],
  ]);
});

test('[F7] a part of an unknown kind is kept as it is, and a null takes a part away', () => {
  const replica = new Replica();
  const value = { anything: [1, { deep: null }] };
  replica.applyPage(pageOf(0, [rowOf(1, [{ kind: 'kind-of-2031', key: 'k', value }, person('a', 'Ana')])]));
  expect(replica.all('kind-of-2031').get('k')).toEqual(value);
  replica.applyPage(pageOf(1, [rowOf(2, [{ kind: 'person', key: 'a', value: null }])]));
  expect(replica.record('person', 'a')).toBeUndefined();
  expect(replica.all('never-heard-of').size).toBe(0);
});

test('[V3] an own op stays on the screen through its acknowledgement until the base covers it', () => {
  const replica = new Replica();
  replica.applyPage(pageOf(0, [rowOf(1, [balance(10)])]));
  const qty = () => replica.balance(bucket)?.qty;
  replica.setOwn([pending(use)]);
  expect([qty(), replica.overlaid.length, replica.isOwn('balance', bucket)]).toEqual([6, 1, true]);
  replica.setOwn([acknowledged(use, 2)]);
  expect([qty(), replica.overlaid.length]).toEqual([6, 1]);
  const ackN = { dev: 'me', n: 1, op: use.id };
  replica.applyPage(pageOf(1, [rowOf(2, [balance(6)], { op: use.id, dev: 'me', n: 1 })], { ackN }));
  expect([qty(), replica.overlaid.length, replica.isOwn('balance', bucket)]).toEqual([6, 0, false]);
  expect(replica.own).toHaveLength(1);
});

test('[V1] an own op that is refused later leaves what the base says, also where it made a thing', () => {
  const replica = new Replica();
  replica.applyPage(pageOf(0, [rowOf(1, [balance(10)])]));
  const made = opOf('made', 2, 6, 'create-record', { kind: 'person', id: uuidv5('p'), fields: { name: 'New' } });
  replica.setOwn([pending(use), pending(made)]);
  expect(replica.record('person', uuidv5('p'))?.fields.name).toBe('New');
  replica.setOwn([acknowledged(use, 2, { status: 'rejected' }), acknowledged(made, 3, { status: 'rejected' })]);
  expect(replica.balance(bucket)?.qty).toBe(10);
  expect(replica.record('person', uuidv5('p'))).toBeUndefined();
  expect(replica.posting(use.id)).toBeUndefined();
  expect(replica.keys('postingsByBucket', bucket).size).toBe(0);
});

test('a chunk of a snapshot lies under the pages that follow it', () => {
  const replica = new Replica();
  replica.setOwn([pending(use)]);
  replica.applyChunk([balance(50)], cursorAt(7), { seq: 7, ackN: null, open: [] }, false);
  expect(replica.balance(bucket)?.qty).toBe(46);
  expect(replica.baseBalance(bucket)?.qty).toBe(50);
  expect(replica.applyPage(pageOf(7, [rowOf(8, [balance(40)])]))).toBe(true);
  expect(replica.balance(bucket)?.qty).toBe(36);
});

test('the version changes with every change of the view, and a listener that left hears nothing', () => {
  const replica = new Replica();
  const versions = [replica.version];
  const undo = replica.subscribe(() => versions.push(replica.version));
  replica.setOwn([pending(use)]);
  replica.applyPage(pageOf(0, [rowOf(1, [balance(1)])]));
  undo();
  replica.setOwn([]);
  expect(versions).toEqual([0, 1, 2]);
  expect(replica.version).toBe(3);
});
