import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

test('no more run at once than allowed, the rest in order, and the next one over the bound is told so', async () => {
  const gate = createGate(2, 1);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) =>
    gate.run(
      () =>
        new Promise<number>((resolve) => {
          started.push(n);
          ends.push(() => resolve(n));
        }),
    );
  const [a, b, c] = [work(1), work(2), work(3)];
  expect(await work(4)).toBe('full');
  await Promise.resolve();
  expect(started).toEqual([1, 2]);
  ends[0]?.();
  expect(await a).toBe(1);
  await Promise.resolve();
  expect(started).toEqual([1, 2, 3]);
  ends[1]?.();
  ends[2]?.();
  expect(await Promise.all([b, c])).toEqual([2, 3]);
});

test('work that throws frees its place', async () => {
  const gate = createGate(1, 1);
  await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await gate.run(() => Promise.resolve('yes'))).toBe('yes');
});
