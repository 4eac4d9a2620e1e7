import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

function gates() {
  const open: (() => void)[] = [];
  const job = () => new Promise<void>((resolve) => void open.push(resolve));
  return { open, job };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

test('a call while the job runs starts it once more afterwards, for everybody who asked meanwhile', async () => {
  const { open, job } = gates();
  const ask = oneAtATime(job);
  const first = ask();
  const second = ask();
  expect(ask()).toBe(second);
  expect(open.length).toBe(1);
  open[0]?.();
  await first;
  await settled();
  expect(open.length).toBe(2);
  open[1]?.();
  await second;
});

test('a job that failed does not keep the next from running', async () => {
  let runs = 0;
  const ask = oneAtATime(() => (runs++ === 0 ? Promise.reject(new Error('full')) : Promise.resolve()));
  const first = ask();
  const second = ask();
  await expect(first).rejects.toThrow('full');
  await second;
  expect(runs).toBe(2);
});
