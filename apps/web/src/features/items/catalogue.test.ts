import type { Item, Lot } from '@tidylab/domain/records';
import { Replica } from '@tidylab/sync/replica/replica';
import { expect, test } from 'vitest';
import { byExpiry, byStock, catalogueOf, categoriesOf } from './catalogue.ts';
import { filterItems, hasState, itemSearch } from './item-filter.ts';

const today = '2026-11-22';

const item = (fields: Partial<Item>): Item => ({
  name: 'Ethanol absolute',
  type: 'chemical',
  baseUnit: 'nL',
  stockUnit: 'L',
  useStep: null,
  category: 'Solvents',
  synonyms: ['EtOH', 'Äthanol'],
  cas: '64-17-5',
  supplier: 'Merck',
  catalogNumber: '1.00983.2500',
  hazards: [],
  pictograms: [],
  signalWord: null,
  storage: null,
  minimum: null,
  ...fields,
});
const lot = (fields: Partial<Lot>): Lot => ({
  itemId: 'ethanol',
  lotNumber: 'K54321',
  expiry: null,
  supplier: null,
  packSize: null,
  ...fields,
});
const record = (kind: string, key: string, fields: unknown, deletedAt: string | null = null) => ({
  kind,
  key,
  value: { rev: 1, fieldRevs: {}, deletedAt, fields },
});
const balance = (what: string, place: string, qty: number) => ({
  kind: 'balance',
  key: `${what}@${place}`,
  value: { what, place, qty, count: null },
});

function lab(): Replica {
  const replica = new Replica();
  replica.applyChunk(
    [
      record('item', 'ethanol', item({ minimum: 3_000_000_000 })),
      record(
        'item',
        'water',
        item({ name: 'Water', synonyms: [], cas: null, catalogNumber: 'W-1', category: 'Solvents' }),
      ),
      record(
        'item',
        'salt',
        item({
          name: 'sodium chloride',
          synonyms: [],
          cas: '7647-14-5',
          baseUnit: 'ug',
          stockUnit: 'kg',
          category: 'Salts',
        }),
      ),
      record('item', 'gone', item({ name: 'Gone' }), '0000000000000001'),
      record('lot', 'lot1', lot({ expiry: '2026-12-01' })),
      record('lot', 'lot2', lot({ lotNumber: 'Z9', expiry: '2026-01-01' })),
      record('lot', 'lot3', lot({ itemId: 'salt', lotNumber: 'S-77' })),
      balance('lot1', 'l:a', 1_000_000_000),
      balance('lot1', 'c:b', 500_000_000),
      balance('lot2', 'l:a', 0),
      balance('lot3', 'l:a', -5),
      balance('lost', 'l:a', 9),
    ],
    replica.cursor,
    replica.position,
    true,
  );
  return replica;
}

const ids = (rows: readonly { id: string }[]): string => rows.map((row) => row.id).join(' ');
const found = (q: string): string => ids(filterItems(catalogueOf(lab()), { q }, today));

test('items are listed by name, deleted ones not, with their stock, places and next expiry', () => {
  const rows = catalogueOf(lab());
  expect(ids(rows)).toBe('ethanol salt water');
  expect(rows[0]).toMatchObject({ qty: 1_500_000_000, places: 2, nextExpiry: '2026-12-01', own: false });
  expect(rows[1]).toMatchObject({ qty: -5, places: 1, nextExpiry: null });
  expect(rows[2]).toMatchObject({ qty: 0, places: 0 });
});

test('the same state gives the same array, and a change moves only what changed', () => {
  const replica = lab();
  const before = catalogueOf(replica);
  expect(catalogueOf(replica)).toBe(before);
  replica.applyChunk([record('item', 'water', item({ name: 'Aqua' }))], replica.cursor, replica.position, true);
  const after = catalogueOf(replica);
  expect(ids(after)).toBe('water ethanol salt');
  expect(after[1]).toBe(before[0]);
});

test('an item is found by name, synonym, CAS, catalogue number and lot number, whatever the case and accents', () => {
  for (const q of ['ETHANOL', 'etoh', 'athanol', 'Äthanol', '64-17-5', '1.00983', 'k543', 'abs eth']) {
    expect(found(q)).toContain('ethanol');
  }
  expect(found('s-77')).toBe('salt');
  expect(found('ethanol water')).toBe('');
});

test('the start of a name comes before the start of a word, and that before the middle', () => {
  const replica = new Replica();
  const names = ['Deionised water', 'Water', 'Rosewater', 'Buffer'];
  const parts = names.map((name, index) =>
    record('item', `i${index}`, item({ name, synonyms: name === 'Buffer' ? ['in water'] : [] })),
  );
  replica.applyChunk(parts, replica.cursor, replica.position, true);
  const rows = filterItems(catalogueOf(replica), { q: 'water' }, today);
  expect(rows.map((row) => row.item.name)).toEqual(['Water', 'Deionised water', 'Rosewater', 'Buffer']);
});

test('an own use changes its item’s stock and marks it, and only it', () => {
  const replica = lab();
  const before = catalogueOf(replica);
  const entries = [{ what: 'lot1', from: 'l:a', to: 'v:consumed', qty: 500_000_000 }];
  const op = {
    id: 'own1',
    dev: 'me',
    n: 1,
    user: 'ada',
    lab: 'lab',
    hlc: '0192f0000000' + '0000',
    v: 1,
    type: 'post-consume',
    body: { entries },
    sig: '',
  };
  replica.setOwn([{ op, state: 'pending', result: null }]);
  const during = catalogueOf(replica);
  expect(during[0]).toMatchObject({ id: 'ethanol', qty: 1_000_000_000, own: true });
  expect(during[1]).toBe(before[1]);
  replica.setOwn([]);
  expect(catalogueOf(replica)[0]).toMatchObject({ qty: 1_500_000_000, own: false });
});

test('an item that is deleted leaves the list, and one that is restored comes back', () => {
  const replica = lab();
  catalogueOf(replica);
  const change = (deletedAt: string | null) =>
    replica.applyChunk(
      [record('item', 'salt', item({ name: 'Salt' }), deletedAt)],
      replica.cursor,
      replica.position,
      true,
    );
  change('0000000000000001');
  expect(ids(catalogueOf(replica))).toBe('ethanol water');
  change(null);
  expect(ids(catalogueOf(replica))).toBe('ethanol salt water');
});

test('a new lot number is found after it arrives', () => {
  const replica = lab();
  catalogueOf(replica);
  replica.applyChunk(
    [record('lot', 'lot4', lot({ itemId: 'water', lotNumber: 'NEW-1' }))],
    replica.cursor,
    replica.position,
    true,
  );
  expect(ids(filterItems(catalogueOf(replica), { q: 'new-1' }, today))).toBe('water');
});

test('the filters are category, low, expiring, expired and none in stock', () => {
  const rows = catalogueOf(lab());
  expect(ids(filterItems(rows, { category: 'Salts' }, today))).toBe('salt');
  expect(ids(filterItems(rows, { state: 'low' }, today))).toBe('ethanol');
  expect(ids(filterItems(rows, { state: 'soon' }, today))).toBe('ethanol');
  expect(ids(filterItems(rows, { state: 'expired' }, today))).toBe('');
  expect(ids(filterItems(rows, { state: 'expired' }, '2027-01-01'))).toBe('ethanol');
  expect(ids(filterItems(rows, { state: 'none' }, today))).toBe('salt water');
  expect(categoriesOf(rows)).toEqual(['Salts', 'Solvents']);
});

test('an item at its minimum is not low', () => {
  const row = catalogueOf(lab())[0];
  expect(row && hasState({ ...row, qty: 3_000_000_000 }, 'low', today)).toBe(false);
  expect(row && hasState({ ...row, qty: 2_999_999_999 }, 'low', today)).toBe(true);
});

test('stock is compared within one dimension, and what never expires comes last', () => {
  const [ethanol, salt, water] = catalogueOf(lab());
  if (!ethanol || !salt || !water) throw new Error('three rows');
  expect(byStock(ethanol, water)).toBeGreaterThan(0);
  expect(byStock(salt, water)).toBeLessThan(0);
  expect(byStock(water, salt)).toBeGreaterThan(0);
  expect(byExpiry(ethanol, water)).toBeLessThan(0);
  expect(byExpiry(water, salt)).toBe(0);
});

test('an address may say anything: what is not known is dropped', () => {
  expect(itemSearch({ q: 64175, state: 'odd', sort: 'stock', desc: true, page: 3 })).toEqual({
    q: '64175',
    sort: 'stock',
    desc: true,
  });
  expect(itemSearch({ q: { a: 1 }, category: null, desc: true })).toEqual({});
  expect(itemSearch({ state: 'low', category: 'Salts' })).toEqual({ state: 'low', category: 'Salts' });
});
