import { expect, test } from 'vitest';
import { ethanol, invalid, valid } from './fixtures/items.ts';
import { itemFields } from './model.ts';

test('an item keeps every field through its schema', () => {
  expect(itemFields.parse(ethanol)).toEqual(ethanol);
});

test.each(valid)('an item with %s is accepted', (_, change) => {
  expect(itemFields.safeParse({ ...ethanol, ...change }).success).toBe(true);
});

test.each(invalid)('an item with %s is refused at that field', (_, change) => {
  const parsed = itemFields.safeParse({ ...ethanol, ...change });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(change));
});
