import { expect, test } from 'vitest';
import { addUp } from './coverage.mjs';

const of = (covered, total) => ({ lines: { covered, total }, branches: { covered: total, total } });

test('a package is measured as a whole, and the files that pull it down are named', () => {
  const summary = { 'packages/a/src/one.ts': of(98, 100), 'packages/a/src/two.ts': of(40, 100) };
  expect(addUp(summary, ['packages/a'])).toEqual([
    { package: 'packages/a', measure: 'lines', percent: 69, files: ['packages/a/src/two.ts 40 %'] },
    { package: 'packages/a', measure: 'branches', percent: 100, files: [] },
  ]);
});

test('94.99 per cent is not 95, and a package of which no file was read has none', () => {
  expect(addUp({ 'packages/a/src/one.ts': of(9499, 10_000) }, ['packages/a'])[0]?.percent).toBe(94.9);
  expect(addUp({}, ['packages/a']).map(({ percent }) => percent)).toEqual([0, 0]);
});

test('a file without branches takes nothing away', () => {
  expect(addUp({ 'packages/a/src/one.ts': of(0, 0) }, ['packages/a'])[0]).toMatchObject({ percent: 100, files: [] });
});
