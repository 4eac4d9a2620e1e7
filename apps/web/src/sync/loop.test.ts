import { expect, test } from 'vitest';
import { Loop, type StepOutcome } from './loop.ts';
import { FakeTimers, settled } from './testing/ports.testkit.ts';

function loopOf(outcomes: StepOutcome[], jitter = 0) {
  const timers = new FakeTimers();
  const seen = { steps: 0, atOnce: 0, most: 0 };
  const loop = new Loop(
    async () => {
      seen.most = Math.max(seen.most, ++seen.atOnce);
      seen.steps++;
      await Promise.resolve();
      seen.atOnce--;
      return outcomes.shift() ?? 'idle';
    },
    timers,
    () => jitter,
  );
  const fire = async (): Promise<void> => {
    timers.waiting.shift()?.run();
    await settled();
  };
  return { loop, timers, seen, fire };
}

test('[E5] after failures the pause doubles from one second to sixty, and ends with a success', async () => {
  const { loop, timers, seen, fire } = loopOf(
    [...Array.from({ length: 9 }, () => 'failed' as const), 'idle', 'failed'],
    1,
  );
  loop.kick();
  await settled();
  const pauses: number[] = [];
  while (timers.waiting[0]) {
    pauses.push(timers.waiting[0].ms);
    await fire();
  }
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(seen.steps).toBe(10);
  loop.kick();
  await settled();
  expect(timers.waiting.map(({ ms }) => ms)).toEqual([1_000]);
});

test('[E5] jitter takes up to half of a pause away', async () => {
  const { loop, timers } = loopOf(['failed'], 0);
  loop.kick();
  await settled();
  expect(timers.waiting.map(({ ms }) => ms)).toEqual([500]);
});

test('[E5] a kick during a pause waits for it, an urgent one does not', async () => {
  const { loop, timers, seen } = loopOf(['failed', 'idle']);
  loop.kick();
  await settled();
  loop.kick();
  await settled();
  expect(seen.steps).toBe(1);
  loop.kick(true);
  await settled();
  expect(seen.steps).toBe(2);
  expect(timers.waiting).toEqual([]);
});

test('a loop never runs twice at once, and a kick while it runs is not lost', async () => {
  const { loop, seen } = loopOf(['again', 'idle']);
  loop.kick();
  loop.kick();
  loop.kick(true);
  await settled();
  expect(seen).toMatchObject({ steps: 2, most: 1 });
  loop.kick();
  await settled();
  expect(seen.steps).toBe(3);
});

test('a loop that was stopped starts nothing, neither by a kick nor from its pause', async () => {
  const { loop, timers, seen } = loopOf(['failed']);
  loop.kick();
  await settled();
  loop.stop();
  expect(timers.waiting).toEqual([]);
  loop.kick(true);
  await settled();
  expect(seen.steps).toBe(1);
});

test('a loop that is stopped while it runs ends with that step', async () => {
  const { loop, timers, seen } = loopOf(['again', 'again']);
  loop.kick();
  loop.stop();
  await settled();
  expect(seen.steps).toBe(1);
  expect(timers.waiting).toEqual([]);
});
