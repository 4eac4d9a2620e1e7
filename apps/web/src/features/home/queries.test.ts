import type { Item } from '@tidylab/domain/records';
import type { Part } from '@tidylab/sync/protocol/messages';
import { Replica } from '@tidylab/sync/replica/replica';
import { expect, test } from 'vitest';
import { belowZero, changesThatNeedSomeone, expiringLots, lowItems } from './queries.ts';

const fields: Item = {
  name: 'Ethanol',
  type: 'chemical',
  baseUnit: 'nL',
  stockUnit: 'mL',
  useStep: null,
  category: '',
  synonyms: [],
  cas: null,
  supplier: null,
  catalogNumber: null,
  hazards: [],
  pictograms: [],
  signalWord: null,
  storage: null,
  minimum: null,
};

const record = (kind: string, key: string, value: object, deletedAt: string | null = null): Part => ({
  kind,
  key,
  value: { rev: 1, fieldRevs: {}, deletedAt, fields: value },
});
const lot = (key: string, itemId: string, expiry: string | null): Part =>
  record('lot', key, { itemId, lotNumber: key, expiry, supplier: null, packSize: null });
const balance = (what: string, place: string, qty: number): Part => ({
  kind: 'balance',
  key: `${what}@${place}`,
  value: { what, place, qty, count: null },
});

function replicaOf(...parts: Part[]): Replica {
  const replica = new Replica();
  replica.applyChunk(parts, '1.0000000000000000', { seq: 1, ackN: null, open: [] }, true);
  return replica;
}

const ids = (found: readonly { lotId: string }[]): string[] => found.map(({ lotId }) => lotId);

test('buckets below zero are listed, the deepest first', () => {
  const replica = replicaOf(balance('a', 'l:x', -1), balance('b', 'l:x', -5), balance('c', 'l:x', 0));
  expect(belowZero(replica).map(({ balance: { what } }) => what)).toEqual(['b', 'a']);
});

test('lots expire on the list from thirty days before, today and after', () => {
  const replica = replicaOf(
    lot('later', 'i', '2026-12-23'),
    lot('edge', 'i', '2026-12-22'),
    lot('today', 'i', '2026-11-22'),
    lot('gone', 'i', '2026-10-01'),
    lot('never', 'i', null),
    ...['later', 'edge', 'today', 'gone', 'never'].map((what) => balance(what, 'l:x', 1)),
  );
  expect(ids(expiringLots(replica, '2026-11-22'))).toEqual(['gone', 'today', 'edge']);
});

test('a lot of which nothing is left does not expire', () => {
  const replica = replicaOf(lot('empty', 'i', '2026-11-25'), balance('empty', 'l:x', 2), balance('empty', 'l:y', -2));
  expect(expiringLots(replica, '2026-11-22')).toEqual([]);
});

test('an item is low below its minimum over all its lots and places, not at it', () => {
  const replica = replicaOf(
    record('item', 'low', { ...fields, minimum: 10 }),
    record('item', 'enough', { ...fields, minimum: 10 }),
    record('item', 'without', fields),
    record('item', 'archived', { ...fields, minimum: 10 }, '0000000000000001'),
    lot('l1', 'low', null),
    lot('l2', 'low', null),
    lot('l3', 'enough', null),
    balance('l1', 'l:x', 4),
    balance('l2', 'l:y', 5),
    balance('l3', 'l:x', 10),
  );
  expect(lowItems(replica).map(({ itemId, qty }) => [itemId, qty])).toEqual([['low', 9]]);
});

test('the emptiest of the low items comes first', () => {
  const replica = replicaOf(
    record('item', 'half', { ...fields, minimum: 2 }),
    record('item', 'none', { ...fields, minimum: 100 }),
    lot('l', 'half', null),
    balance('l', 'l:x', 1),
  );
  expect(lowItems(replica).map(({ itemId }) => itemId)).toEqual(['none', 'half']);
});

test('rejected and waiting changes need someone; accepted, withdrawn and put away ones do not', () => {
  const replica = replicaOf({ kind: 'review', key: 'rejected:op1', value: { kind: 'rejected' } });
  const own = (
    n: number,
    status: 'applied' | 'rejected' | 'parked',
    state: 'acknowledged' | 'withdrawn' = 'acknowledged',
  ) => ({
    op: {
      id: `op${n}`,
      dev: 'd',
      n,
      user: 'u',
      lab: 'l',
      hlc: `00000000000${n}0000`,
      v: 1,
      type: 'create-record',
      body: { kind: 'x', id: 'y', fields: {} },
      sig: '',
    },
    state,
    result: { id: `op${n}`, n, status, seq: 1, eff: `00000000000${n}0000`, code: 'no-permission' },
  });
  replica.setOwn([
    own(5, 'rejected'),
    own(1, 'rejected'),
    own(2, 'applied'),
    own(3, 'parked'),
    own(4, 'rejected', 'withdrawn'),
  ]);
  expect(changesThatNeedSomeone(replica).map(({ id, code }) => [id, code])).toEqual([
    ['op3', 'no-permission'],
    ['op1', 'no-permission'],
  ]);
});
