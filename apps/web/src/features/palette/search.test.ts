import { Replica } from '@tidylab/sync/replica/replica';
import { feedStart } from '@tidylab/sync/protocol/cursor';
import { expect, test } from 'vitest';
import { queryWords } from '../../ui/data-grid/search-text.ts';
import { findThings, keyOf, type Thing, thingsOf } from './search.ts';

const thing = (kind: Thing['kind'], id: string, name: string, others = ''): Thing => ({
  kind,
  id,
  search: { name, others },
});

const shelf = [
  thing('item', 'i1', 'ethanol absolute', 'etoh\n64-17-5\ne-1234\nlot-77'),
  thing('item', 'i2', 'methanol', '67-56-1'),
  thing('location', 'l1', 'freezer 2', 'abcdef012345'),
  thing('container', 'c1', 'etoh 3', 'k0000000000z'),
  thing('lot', 'o1', 'lot-77', ''),
];

const find = (query: string, recent: readonly string[] = []): string[] =>
  findThings(shelf, queryWords(query), new Set(recent), 10).map(({ id }) => id);

test('an item is found by name, other name, CAS number, catalogue number and lot number', () => {
  for (const query of ['ethan', 'ETOH', '64-17', 'e-1234', 'lot-77']) expect(find(query)).toContain('i1');
});

test('a container and a location are found by label or name and by code', () => {
  expect(find('etoh 3')[0]).toBe('c1');
  expect(find('k0000000000z')).toEqual(['c1']);
  expect(find('freezer')).toEqual(['l1']);
  expect(find('abcdef')).toEqual(['l1']);
});

test('what is called exactly so comes first, then the start of a name, then the rest', () => {
  expect(find('lot-77')[0]).toBe('o1');
  expect(find('ethanol')).toEqual(['i1', 'i2']);
});

test('what was opened lately comes first among those that fit equally well, and not before better ones', () => {
  const twins = [thing('item', 'a', 'buffer a'), thing('item', 'b', 'buffer b'), thing('item', 'c', 'old buffer')];
  const found = (recent: string[]): string[] => findThings(twins, ['buffer'], new Set(recent), 10).map(({ id }) => id);
  expect(found([])).toEqual(['a', 'b', 'c']);
  expect(found(['item:b'])).toEqual(['b', 'a', 'c']);
  expect(found(['item:c'])).toEqual(['a', 'b', 'c']);
});

test('all words must be there, nothing typed finds nothing, and no more than asked for is answered', () => {
  expect(find('ethanol freezer')).toEqual([]);
  expect(find('  ')).toEqual([]);
  expect(findThings(shelf, ['e'], new Set(), 2)).toHaveLength(2);
});

test('deleted records are not found, and the same state answers the same list', () => {
  const replica = new Replica();
  const fields = { name: 'Cabinet', type: 'cabinet', parentId: null, code: 'ABCDEFGHJKMN', temperature: null };
  const record = (deletedAt: string | null) => ({ rev: 1, fieldRevs: {}, deletedAt, fields });
  const parts = [
    { kind: 'location', key: 'l1', value: record(null) },
    { kind: 'location', key: 'l2', value: record('0'.repeat(16)) },
  ];
  replica.applyChunk(parts, feedStart, { seq: 0, ackN: null, open: [] }, true);
  expect(thingsOf(replica).map(keyOf)).toEqual(['location:l1']);
  expect(thingsOf(replica)).toBe(thingsOf(replica));
});
