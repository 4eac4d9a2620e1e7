import { expect, test } from 'vitest';
import { manualClock } from './clock.ts';

test('a manual clock stands still until it is moved', () => {
  const clock = manualClock(1_000);
  expect([clock.now(), clock.now()]).toEqual([1_000, 1_000]);
  clock.advance(250);
  expect(clock.now()).toBe(1_250);
});

test('a manual clock can be set back, but advance never goes back', () => {
  const clock = manualClock(1_000);
  clock.set(400);
  expect(clock.now()).toBe(400);
  expect(() => clock.advance(-1)).toThrow('forward');
});
