import { uuidv5 } from '@tidylab/domain/kernel/ids';
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
  store.insert(kind, id, record);
  expect(store.get(kind, id)).toEqual(record);
  expect(store.get(kind, uuidv5('absent'))).toBeUndefined();
});

test('[R2] an id that exists is not written over', () => {
  const record = (name: string) => ({ rev: 1, fieldRevs: {}, deletedAt: null, fields: { name } });
  store.insert('person', 'p', record('Ana'));
  expect(() => store.insert('person', 'p', record('Eve'))).toThrow();
  expect(store.get('person', 'p')?.fields).toEqual({ name: 'Ana' });
});

test('another lab sees no record', () => {
  store.insert('person', 'p', { rev: 1, fieldRevs: {}, deletedAt: null, fields: { name: 'Ana' } });
  expect(sqliteRecordStore(db, 'another lab').get('person', 'p')).toBeUndefined();
});
