import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveHub } from './live.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reading = (stream: ReadableStream<Uint8Array>) => {
  const reader = stream.getReader();
  return { next: async () => new TextDecoder().decode((await reader.read()).value), leave: () => reader.cancel() };
};

test('[F9] a stream with nothing to say shows within 25 seconds that it lives, again and again', async () => {
  const live = reading(liveHub().open('lab', 7));
  expect(await live.next()).toBe('retry: 3000\ndata: 7\n\n');
  for (let beat = 0; beat < 3; beat++) {
    vi.advanceTimersByTime(25_000);
    expect(await live.next()).toBe(':\n\n');
  }
});

test('[F9] a poke reaches every stream of its lab and none of another, and one that left is forgotten', async () => {
  const hub = liveHub();
  const [first, second, other] = [hub.open('lab', 1), hub.open('lab', 1), hub.open('another', 1)].map(reading);
  if (!first || !second || !other) throw new Error('three streams were opened');
  for (const live of [first, second, other]) await live.next();
  await second.leave();
  hub.poke('lab', 2);
  hub.poke('another', 9);
  expect([await first.next(), await other.next()]).toEqual(['data: 2\n\n', 'data: 9\n\n']);
});
