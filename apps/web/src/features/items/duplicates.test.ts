import { expect, test } from 'vitest';
import type { ItemRow } from './catalogue.ts';
import { duplicatesOf } from './duplicates.ts';
import { emptyItem, readItem } from './item-draft.ts';

function row(id: string, part: { name: string; cas?: string; catalogNumber?: string }): ItemRow {
  const read = readItem({ ...emptyItem, ...part });
  if (!read.ok) throw new Error('the fixture cannot be read');
  const search = { name: '', others: '' };
  return { id, item: read.fields, search, qty: 0, own: false, places: 0, nextExpiry: null };
}

const rows = [
  row('a', { name: 'Äthanol absolut', cas: '64-17-5', catalogNumber: '9065.1' }),
  row('b', { name: 'Water', cas: '7732-18-5' }),
];
const nothing = { name: '', cas: '', catalogNumber: '' };

test('a new form is a duplicate of nothing', () => {
  expect(duplicatesOf(rows, nothing)).toEqual([]);
});

test.each([
  ['the same name in other letters', { ...nothing, name: ' äthanol  ABSOLUT ' }, 'name'],
  ['the same CAS number without hyphens', { ...nothing, cas: '64175' }, 'cas'],
  ['the same catalogue number', { ...nothing, catalogNumber: '9065.1' }, 'catalogue-number'],
])('%s is told', (_, draft, by) => {
  expect(duplicatesOf(rows, draft)).toEqual([{ id: 'a', name: 'Äthanol absolut', by }]);
});

test('an item is no duplicate of itself', () => {
  expect(duplicatesOf(rows, { ...nothing, cas: '64-17-5' }, 'a')).toEqual([]);
});
