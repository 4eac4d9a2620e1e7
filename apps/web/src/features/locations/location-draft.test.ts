import { expect, test } from 'vitest';
import { draftOfLocation, readLocation, usualTypeInside } from './location-draft.ts';

const location = { name: 'Shelf 1', type: 'shelf', parentId: null, code: 'ABCDEFGH0001', temperature: null } as const;

test('a location is read without the spaces around what was typed', () => {
  expect(readLocation({ name: ' Freezer ', type: 'freezer', parentId: 'x', temperature: ' −20 °C ' })).toEqual({
    name: 'Freezer',
    type: 'freezer',
    parentId: 'x',
    temperature: '−20 °C',
  });
});

test('a location without a name is none', () => {
  expect(readLocation({ ...draftOfLocation(location), name: '  ' })).toBeNull();
});

test('a location that is opened for editing and left alone reads back as it was', () => {
  const { code: _, ...fields } = location;
  expect(readLocation(draftOfLocation(location))).toEqual(fields);
});

test('the first guess is a room at the root, and what usually stands inside elsewhere', () => {
  expect(usualTypeInside(undefined)).toBe('room');
  expect(usualTypeInside('freezer')).toBe('shelf');
});
