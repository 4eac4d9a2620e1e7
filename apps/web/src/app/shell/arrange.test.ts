import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';

const entry = (to: string, bar: 'main' | 'yes' | 'no') => ({ to, bar });
const names = (entries: { to: string }[]): string[] => entries.map(({ to }) => to);

test('the main entry stands in the middle, filled up to an even number of others', () => {
  const entries = [
    entry('a', 'yes'),
    entry('scan', 'main'),
    entry('b', 'yes'),
    entry('c', 'yes'),
    entry('d', 'no'),
    entry('e', 'no'),
  ];
  expect(names(arrange(entries))).toEqual(['a', 'b', 'scan', 'c', 'd']);
});

test('what is not meant for the bar stays out of it when nothing has to be filled', () => {
  expect(names(arrange([entry('a', 'yes'), entry('scan', 'main'), entry('b', 'yes'), entry('c', 'no')]))).toEqual([
    'a',
    'scan',
    'b',
  ]);
  expect(names(arrange([entry('a', 'yes'), entry('c', 'no')]))).toEqual(['a']);
});
