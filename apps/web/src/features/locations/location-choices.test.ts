import { Replica } from '@tidylab/sync/replica/replica';
import { expect, test } from 'vitest';
import { locationChoices } from './location-choices.ts';

const location = (key: string, name: string, parentId: string | null) => ({
  kind: 'location',
  key,
  value: {
    rev: 1,
    fieldRevs: {},
    deletedAt: null,
    fields: { name, type: 'room', parentId, code: 'ABCDEFGH0001', temperature: null },
  },
});

function lab(): Replica {
  const replica = new Replica();
  const rows = [
    location('lab', 'Lab 1', null),
    location('fridge', 'Kühlschrank', 'lab'),
    location('shelf-a', 'Shelf 1', 'fridge'),
    location('cellar', 'Cellar', null),
    location('shelf-b', 'Shelf 1', 'cellar'),
  ];
  replica.applyChunk(rows, replica.cursor, replica.position, true);
  return replica;
}

test('without words every location is a choice, in the order of the tree, with what is above it', () => {
  expect(locationChoices(lab(), []).map(({ id, above }) => [id, above.join(' › ')])).toEqual([
    ['cellar', ''],
    ['shelf-b', 'Cellar'],
    ['lab', ''],
    ['fridge', 'Lab 1'],
    ['shelf-a', 'Lab 1 › Kühlschrank'],
  ]);
});

test('words may come from anywhere in the path, with or without accents', () => {
  expect(locationChoices(lab(), ['kuhl', 'shelf']).map(({ id }) => id)).toEqual(['shelf-a']);
});

test('a location is no choice for itself, and neither is what is inside it', () => {
  expect(locationChoices(lab(), [], 'lab').map(({ id }) => id)).toEqual(['cellar', 'shelf-b']);
});
