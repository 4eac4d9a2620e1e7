import { expect, test } from 'vitest';
import { ClockOffset } from './clock-offset.ts';

function clockOf() {
  const time = { now: 1_000_000, monotonic: 0 };
  const clock = new ClockOffset({ now: () => time.now, monotonic: () => time.monotonic });
  return { time, clock };
}

test('[T5] before a hello the device’s own clock is all there is', () => {
  const { clock } = clockOf();
  expect(clock.now()).toBe(1_000_000);
});

test('[T5] the offset is measured from the midpoint of the round trip', () => {
  const { clock, time } = clockOf();
  clock.measure(2_000_050, 1_000_000, 100);
  expect(clock.now()).toBe(2_000_000);
  time.now += 7;
  expect(clock.now()).toBe(2_000_007);
});

test('[T5] the sample of the shortest round trip is kept for an hour, then a newer one counts', () => {
  const { clock, time } = clockOf();
  clock.measure(1_000_060, 1_000_000, 100);
  expect(clock.now()).toBe(1_000_010);
  clock.measure(1_000_500, 1_000_000, 400);
  expect(clock.now()).toBe(1_000_010);
  clock.measure(1_000_030, 1_000_000, 20);
  expect(clock.now()).toBe(1_000_020);
  time.monotonic = 3_600_001;
  clock.measure(1_000_500, 1_000_000, 400);
  expect(clock.now()).toBe(1_000_300);
});

test('[T5] after a jump of the device’s clock a new sample counts, however long its trip was', () => {
  const { clock, time } = clockOf();
  clock.measure(1_000_010, 1_000_000, 20);
  time.now = 900_000_000;
  clock.measure(1_000_600, 900_000_000, 1_000);
  expect(clock.now()).toBe(1_000_100);
});
