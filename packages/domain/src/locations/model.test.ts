import { expect, test } from 'vitest';
import { location, invalid, valid } from './fixtures/locations.ts';
import { locationFields } from './model.ts';

test('a location keeps every field through its schema', () => {
  expect(locationFields.parse(location)).toEqual(location);
});

test.each(valid)('a location with %s is accepted', (_, change) => {
  expect(locationFields.safeParse({ ...location, ...change }).success).toBe(true);
});

test.each(invalid)('a location with %s is refused at that field', (_, change) => {
  const parsed = locationFields.safeParse({ ...location, ...change });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(change));
});
