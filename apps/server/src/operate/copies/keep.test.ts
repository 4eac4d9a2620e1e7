import { expect, test } from 'vitest';
import { toKeep } from './keep.ts';

const kept = { days: 7, weeks: 4 };
const at = (day: string): number => Date.parse(`${day}T03:00:00Z`);
const names = (times: Set<number>): string[] => [...times].sort().map((ms) => new Date(ms).toISOString().slice(0, 10));

test('of daily copies over two months, seven days stay and the ends of three weeks more', () => {
  const days = Array.from({ length: 60 }, (_, i) => at('2026-09-24') + i * 86_400_000);
  expect(names(toKeep(days, kept))).toEqual([
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
});

test('of several copies of a day the newest stays', () => {
  const times = [at('2026-11-22'), at('2026-11-22') + 1, at('2026-11-22') + 2];
  expect([...toKeep(times, kept)]).toEqual([at('2026-11-22') + 2]);
});

test('a server that rested for months keeps what it had', () => {
  const times = [at('2026-01-05'), at('2026-01-06'), at('2026-11-22')];
  expect(toKeep(times, kept).size).toBe(3);
});

test('a copy that seems to come from the future does not push the others out', () => {
  const days = Array.from({ length: 7 }, (_, i) => at('2026-11-16') + i * 86_400_000);
  expect(toKeep([...days.slice(1), at('2031-01-01')], kept).size).toBe(7);
});
