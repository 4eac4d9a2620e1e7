import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { containerPlace, locationPlace, type Posting } from '@tidylab/domain/ledger/model';
import { beforeEach, expect, test } from 'vitest';
import type { Part } from '../protocol/messages.ts';
import { consumed, opOf, pageOf, pending, rowOf, stampAt } from '../testing/ops.testkit.ts';
import {
  balanceOfContainer,
  itemOfLot,
  pathOf,
  postingsOfItem,
  postingsOfPlace,
  postingsOfWhat,
  recentPostings,
  stockAt,
  stockOfItem,
  stockOfLot,
  targetsOf,
  totalOf,
} from './queries.ts';
import { Replica } from './replica.ts';

const [item, lot, room, shelf, flask, lost] = ['item', 'lot', 'room', 'shelf', 'flask', 'lost'].map((name) =>
  uuidv5(name),
) as [string, string, string, string, string, string];
const record = (kind: string, key: string, fields: unknown, deletedAt: string | null = null): Part => ({
  kind,
  key,
  value: { rev: 1, fieldRevs: {}, deletedAt, fields },
});
const balance = (place: string, qty: number): Part => ({
  kind: 'balance',
  key: `${lot}@${place}`,
  value: { what: lot, place, qty, count: null },
});
const posting = (name: string, ms: number, from: string): Part => {
  const entries = [{ what: lot, from, to: 'v:consumed', qty: 1 }];
  const value: Posting = {
    id: uuidv5(name),
    kind: 'consume',
    entries,
    eff: stampAt(ms),
    user: 'u',
    dev: 'd',
    voidedBy: null,
  };
  return { kind: 'posting', key: uuidv5(name), value };
};
const barcode = (
  name: string,
  key: string,
  targetId: string,
  over: object = {},
  deletedAt: string | null = null,
): Part => record('barcode', uuidv5(name), { key, targetKind: 'lot', targetId, packQty: null, ...over }, deletedAt);

const container = {
  lotId: lot,
  label: 'EtOH 3',
  code: 'ABCDEFGH1234',
  locationId: shelf,
  state: 'open',
  useStep: null,
} as const;
const parts: Part[] = [
  record('item', item, { name: 'Ethanol' }),
  record('lot', lot, { itemId: item, lotNumber: 'L1' }),
  record('lot', lost, { itemId: uuidv5('no such item'), lotNumber: 'L2' }),
  record('location', room, { name: 'Room', parentId: null }),
  record('location', shelf, { name: 'Shelf', parentId: room }),
  record('container', flask, container),
  balance(locationPlace(shelf), 30),
  balance(containerPlace(flask), 5),
  balance(locationPlace(room), 0),
  posting('first', 1, locationPlace(shelf)),
  posting('second', 2, containerPlace(flask)),
  posting('third', 2, locationPlace(shelf)),
];

let replica: Replica;
beforeEach(() => {
  replica = new Replica();
  replica.applyPage(pageOf(0, [rowOf(1, parts)]));
});

test('stock is what stands loose and in containers, and where a container stands its contents stand', () => {
  expect(stockOfLot(replica, lot)).toMatchObject([
    { lotId: lot, locationId: shelf, containerId: null, balance: { qty: 30 } },
    { lotId: lot, locationId: shelf, containerId: flask, balance: { qty: 5 } },
  ]);
  expect(totalOf(stockOfItem(replica, item))).toBe(35);
  expect(stockAt(replica, shelf).map(({ balance: { qty } }) => qty)).toEqual([30, 5]);
  expect(balanceOfContainer(replica, container, flask)?.qty).toBe(5);
});

test('a bucket of zero is left out, unless something is waiting there', () => {
  expect(stockAt(replica, room)).toEqual([]);
  const take = [{ ...consumed(30, locationPlace(shelf)), what: lot }];
  replica.setOwn([pending(opOf('use', 1, 9, 'post-consume', { entries: take }))]);
  expect(stockOfLot(replica, lot).map(({ balance: { qty } }) => qty)).toEqual([0, 5]);
  expect(stockAt(replica, shelf).map(({ balance: { qty } }) => qty)).toEqual([0, 5]);
});

test('the contents of a container that nobody knows stand nowhere', () => {
  const unknown = containerPlace(uuidv5('unknown'));
  replica.applyPage(pageOf(1, [rowOf(2, [balance(unknown, 2)])]));
  expect(stockOfLot(replica, lot).at(-1)).toMatchObject({ locationId: null, containerId: uuidv5('unknown') });
});

test('a container that moves stands at its new place only', () => {
  replica.applyPage(pageOf(1, [rowOf(2, [record('container', flask, { ...container, locationId: room })])]));
  expect(stockAt(replica, shelf).map(({ balance: { qty } }) => qty)).toEqual([30]);
  expect(stockAt(replica, room).map(({ balance: { qty } }) => qty)).toEqual([5]);
  replica.applyPage(pageOf(2, [rowOf(3, [record('container', flask, { ...container, locationId: null })])]));
  expect(stockAt(replica, room)).toEqual([]);
});

test('a scan means what its first known key means: every target of that key once, deleted ones left out', () => {
  replica.applyPage(
    pageOf(1, [
      rowOf(2, [
        barcode('b1', 'gtin', lot, { packQty: 6 }),
        barcode('b2', 'gtin', lot),
        barcode('b3', 'gtin', flask, { targetKind: 'container' }),
        barcode('b4', 'gone', lot, {}, '2026-01-01'),
        barcode('b5', 'other', shelf, { targetKind: 'location' }),
      ]),
    ]),
  );
  expect(targetsOf(replica, ['unheard', 'gone', 'gtin', 'other'])).toEqual([
    { kind: 'lot', id: lot, packQty: 6 },
    { kind: 'container', id: flask, packQty: null },
  ]);
  expect(targetsOf(replica, ['unheard'])).toEqual([]);
});

test('a path goes from the root down, and ends at a missing parent or a circle', () => {
  expect(pathOf(replica, shelf).map(({ location }) => location.name)).toEqual(['Room', 'Shelf']);
  expect(pathOf(replica, null)).toEqual([]);
  replica.applyPage(
    pageOf(1, [
      rowOf(2, [
        record('location', room, { name: 'Room', parentId: shelf }),
        record('location', lost, { name: 'Orphan', parentId: uuidv5('missing') }),
      ]),
    ]),
  );
  expect(pathOf(replica, shelf)).toHaveLength(2);
  expect(pathOf(replica, lost).map(({ id }) => id)).toEqual([lost]);
  expect([...replica.keys('locationsByParent', shelf)]).toEqual([room]);
});

test('postings come newest first, by what they touch', () => {
  const [first, second, third] = [uuidv5('first'), uuidv5('second'), uuidv5('third')];
  const newest = [second, third].sort().reverse();
  const ids = (postings: Posting[]) => postings.map(({ id }) => id);
  expect(ids(postingsOfWhat(replica, lot))).toEqual([...newest, first]);
  expect(ids(postingsOfItem(replica, item))).toEqual([...newest, first]);
  expect(ids(postingsOfPlace(replica, locationPlace(shelf)))).toEqual([third, first]);
  expect(ids(recentPostings(replica, 2))).toEqual(newest);
});

test('the item behind a lot is told when both are known', () => {
  expect(itemOfLot(replica, lot)).toMatchObject({ id: item, item: { name: 'Ethanol' }, lot: { lotNumber: 'L1' } });
  expect(itemOfLot(replica, lost)).toBeUndefined();
  expect(itemOfLot(replica, uuidv5('unheard'))).toBeUndefined();
});
