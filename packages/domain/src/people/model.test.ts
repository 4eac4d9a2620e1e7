import { expect, test } from 'vitest';
import { person, invalid, valid } from './fixtures/people.ts';
import { personFields } from './model.ts';

test('a person keeps every field through its schema', () => {
  expect(personFields.parse(person)).toEqual(person);
});

test.each(valid)('a person with %s is accepted', (_, change) => {
  expect(personFields.safeParse({ ...person, ...change }).success).toBe(true);
});

test.each(invalid)('a person with %s is refused at that field', (_, change) => {
  const parsed = personFields.safeParse({ ...person, ...change });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(change));
});
