import { manualClock } from '@tidylab/testkit/clock';
import { expect, test } from 'vitest';
import { createAttempts } from './attempts.ts';

test('the first failures are free, then each doubles the wait up to a minute', () => {
  const clock = manualClock(0);
  const attempts = createAttempts(clock, 3);
  const waits = Array.from({ length: 12 }, () => {
    attempts.failed('k');
    return attempts.waitSeconds('k');
  });
  expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  clock.advance(59_001);
  expect(attempts.waitSeconds('k')).toBe(1);
  clock.advance(999);
  expect(attempts.waitSeconds('k')).toBe(0);
  expect(attempts.waitSeconds('other')).toBe(0);
});

test('success clears a key, and a quarter of an hour forgets it', () => {
  const clock = manualClock(0);
  const attempts = createAttempts(clock, 1);
  attempts.failed('k');
  attempts.clear('k');
  expect(attempts.waitSeconds('k')).toBe(0);
  for (let i = 0; i < 9; i++) attempts.failed('k');
  clock.advance(15 * 60_000);
  attempts.failed('k');
  expect(attempts.waitSeconds('k')).toBe(1);
});

test('a flood of keys is not kept', () => {
  const attempts = createAttempts(manualClock(0), 1);
  for (let i = 0; i < 10_001; i++) attempts.failed(`k${i}`);
  expect([attempts.waitSeconds('k0'), attempts.waitSeconds('k10000')]).toEqual([0, 1]);
});
