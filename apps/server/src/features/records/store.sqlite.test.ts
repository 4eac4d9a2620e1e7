import { uuidv5 } from '@tidylab/domain/kernel/ids';
import type { Author } from '@tidylab/domain/merge/model';
import { recordKinds, type RecordKind, type RecordOf } from '@tidylab/domain/records';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, openLabFile } from '../../db/lab/open.ts';
import type { RecordStore } from './port.ts';
import { sqliteRecordStore } from './store.sqlite.ts';

const code = 'ABCDEFGH1234';
const fields = {
  item: {
    name: 'Ethanol',
    type: 'chemical',
    baseUnit: 'nL',
    stockUnit: 'mL',
    useStep: 5,
    category: 'Solvents',
    synonyms: ['EtOH'],
    cas: '64-17-5',
    supplier: 'S',
    catalogNumber: null,
    hazards: ['H225'],
    pictograms: ['GHS02'],
    signalWord: 'danger',
    storage: null,
    minimum: 100,
  },
  lot: { itemId: 'i', lotNumber: 'L', expiry: '2027-01-31', supplier: null, packSize: 6 },
  container: { lotId: 'l', label: 'EtOH 3', code, locationId: null, state: 'open', useStep: null },
  location: { name: 'Room', type: 'room', parentId: null, code, temperature: '4 °C' },
  barcode: { key: 'gtin', targetKind: 'item', targetId: 'i', packQty: 6 },
  person: { name: 'Ana' },
} satisfies { [K in RecordKind]: RecordOf<K>['fields'] };

const maker: Author = { dev: 'a', n: 1, user: 'ana', op: 'o1', eff: '0000000000010000' };

let db: Db;
let store: RecordStore;
beforeEach(() => {
  db = openLabFile(':memory:');
  store = sqliteRecordStore(db, 'lab');
});
afterEach(() => db.close());

test.each(recordKinds)('a record of kind %s comes back as it was written', (kind) => {
  const id = uuidv5(kind);
  const record = {
    rev: 3,
    fieldRevs: { name: 2 },
    deletedAt: '2026-11-22T09:00:00Z',
    fields: fields[kind],
  } as RecordOf<RecordKind>;
  store.insert(kind, id, record, maker);
  expect(store.get(kind, id)).toEqual(record);
  expect(store.get(kind, uuidv5('absent'))).toBeUndefined();
});

test('[R2] an id that exists is not written over', () => {
  const record = (name: string) => ({ rev: 1, fieldRevs: {}, deletedAt: null, fields: { name } });
  store.insert('person', 'p', record('Ana'), maker);
  expect(() => store.insert('person', 'p', record('Eve'), maker)).toThrow();
  expect(store.get('person', 'p')?.fields).toEqual({ name: 'Ana' });
});

test('another lab sees no record', () => {
  store.insert('person', 'p', { rev: 1, fieldRevs: {}, deletedAt: null, fields: { name: 'Ana' } }, maker);
  expect(sqliteRecordStore(db, 'another lab').get('person', 'p')).toBeUndefined();
});

test('a record is written over, and remembers who wrote each of its fields', () => {
  const record = { rev: 1, fieldRevs: {}, deletedAt: null, fields: { name: 'Ana' } };
  store.insert('person', 'p', record, maker);
  const editor: Author = { ...maker, dev: 'b', user: 'ben', op: 'o2' };
  const changed = { rev: 2, fieldRevs: { name: 2 }, deletedAt: '0000000000020000', fields: { name: 'Anna' } };
  store.update('person', 'p', changed, ['name'], editor);
  expect(store.get('person', 'p')).toEqual(changed);
  expect(store.author('person', 'p', 'name')).toEqual(editor);
  expect(store.author('person', 'p', 'deletedAt')).toEqual(maker);
  expect(store.author('person', 'absent', 'name')).toBeUndefined();
  expect(sqliteRecordStore(db, 'another lab').author('person', 'p', 'name')).toBeUndefined();
});

test.each([
  ['item', 'i'],
  ['lot', 'l'],
  ['container', 'c'],
  ['location', 's'],
] as const)('the ledger holds something of the %s that a bucket names', (kind, id) => {
  const record = { rev: 1, fieldRevs: {}, deletedAt: null, fields: fields.lot };
  store.insert('lot', 'l', record, maker);
  expect(store.hasMovements(kind, id)).toBe(false);
  const put = db.prepare(
    'INSERT INTO balance (what, place, lab, qty, count_eff, count_op) VALUES (?, ?, ?, 0, NULL, NULL)',
  );
  put.run('l', 'c:c', 'lab');
  put.run('x', 'l:s', 'lab');
  expect(store.hasMovements(kind, id)).toBe(true);
  expect(store.hasMovements('person', id)).toBe(false);
});
