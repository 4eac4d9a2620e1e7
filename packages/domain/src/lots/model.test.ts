import { expect, test } from 'vitest';
import { lot, invalid, valid } from './fixtures/lots.ts';
import { lotFields } from './model.ts';

test('a lot keeps every field through its schema', () => {
  expect(lotFields.parse(lot)).toEqual(lot);
});

test.each(valid)('a lot with %s is accepted', (_, change) => {
  expect(lotFields.safeParse({ ...lot, ...change }).success).toBe(true);
});

test.each(invalid)('a lot with %s is refused at that field', (_, change) => {
  const parsed = lotFields.safeParse({ ...lot, ...change });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(change));
});
