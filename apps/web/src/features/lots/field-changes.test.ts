import { expect, test } from 'vitest';
import { changesBetween } from './field-changes.ts';

const before = { name: 'Shelf', tags: ['a', 'b'], parentId: null as string | null };

test('only fields that differ are changes, each with what it was', () => {
  expect(changesBetween(before, { name: 'Shelf 2', tags: ['a', 'b'], parentId: 'x' })).toEqual({
    changes: { name: 'Shelf 2', parentId: 'x' },
    inverse: { name: 'Shelf', parentId: null },
    count: 2,
  });
});

test('a list in another order is a change', () => {
  expect(changesBetween(before, { tags: ['b', 'a'] })).toMatchObject({ changes: { tags: ['b', 'a'] }, count: 1 });
});

test('fields that the form does not name stay as they are', () => {
  expect(changesBetween(before, {})).toEqual({ changes: {}, inverse: {}, count: 0 });
});
