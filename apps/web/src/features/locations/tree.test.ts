import type { Location } from '@tidylab/domain/records';
import { Replica } from '@tidylab/sync/replica/replica';
import { expect, test } from 'vitest';
import { findLocations, locationRows } from './tree.ts';

const location = (key: string, name: string, parentId: string | null, deletedAt: string | null = null) => ({
  kind: 'location',
  key,
  value: {
    rev: 1,
    fieldRevs: {},
    deletedAt,
    fields: { name, type: 'shelf', parentId, code: '000000000000', temperature: null } satisfies Location,
  },
});
const container = (key: string, locationId: string | null) => ({
  kind: 'container',
  key,
  value: {
    rev: 1,
    fieldRevs: {},
    deletedAt: null,
    fields: { lotId: 'lot', label: key, code: '000000000000', locationId, state: 'open', useStep: null },
  },
});
const loose = (place: string, qty: number) => ({
  kind: 'balance',
  key: `lot@l:${place}`,
  value: { what: 'lot', place: `l:${place}`, qty, count: null },
});

function lab(parts: { kind: string; key: string; value: unknown }[]): Replica {
  const replica = new Replica();
  replica.applyChunk(parts, replica.cursor, replica.position, true);
  return replica;
}

const sample = () =>
  lab([
    location('room', 'Room', null),
    location('s10', 'Shelf 10', 'room'),
    location('s2', 'shelf 2', 'room'),
    location('box', 'Box', 's2'),
    location('old', 'Old shelf', 'room', '0000000000000001'),
    container('c1', 'box'),
    container('c2', 's2'),
    container('c3', null),
    loose('room', 5),
    loose('s10', 0),
  ]);

const text = (rows: ReturnType<typeof locationRows>): string =>
  rows.map((row) => `${'-'.repeat(row.depth)}${row.id}:${row.below}`).join(' ');

test('open locations are followed by their children in the order of their names, numbers as numbers', () => {
  expect(text(locationRows(sample(), () => true))).toBe('room:3 -s2:2 --box:1 -s10:0');
  expect(text(locationRows(sample(), (_, depth) => depth < 1))).toBe('room:3 -s2:2 -s10:0');
  expect(text(locationRows(sample(), () => false))).toBe('room:3');
});

test('a location whose parent is not here, or was deleted, is shown as a root', () => {
  const replica = lab([
    location('lost', 'Lost', 'gone'),
    location('child', 'Child', 'dead'),
    location('dead', 'Dead', null, '0000000000000001'),
  ]);
  expect(text(locationRows(replica, () => true))).toBe('child:0 lost:0');
});

test('a cycle is shown once and ends', () => {
  const replica = lab([
    location('a', 'A', 'b'),
    location('b', 'B', 'a'),
    location('room', 'Room', null),
    container('c', 'b'),
  ]);
  expect(text(locationRows(replica, () => true))).toBe('room:0 a:1 -b:1');
});

test('locations are found by name wherever they are', () => {
  expect(findLocations(sample(), ['shelf', '2']).map((row) => row.id)).toEqual(['s2']);
});
