import { expect, test } from 'vitest';
import { container, invalid, valid } from './fixtures/containers.ts';
import { containerFields } from './model.ts';

test('a container keeps every field through its schema', () => {
  expect(containerFields.parse(container)).toEqual(container);
});

test.each(valid)('a container with %s is accepted', (_, change) => {
  expect(containerFields.safeParse({ ...container, ...change }).success).toBe(true);
});

test.each(invalid)('a container with %s is refused at that field', (_, change) => {
  const parsed = containerFields.safeParse({ ...container, ...change });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(change));
});
