import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DecodeRequest, DecoderMessage } from './decode-protocol.ts';
import type { Pixels } from './read-symbols.ts';
import { ANSWER_MS, createWorkerDecoder, type DecoderWorker, LOAD_MS } from './worker-decoder.ts';

class FakeWorker implements DecoderWorker {
  readonly requests: DecodeRequest[] = [];
  isTerminated = false;
  private readonly onMessage: ((event: { readonly data: DecoderMessage }) => void)[] = [];
  private readonly onError: (() => void)[] = [];

  postMessage(message: DecodeRequest): void {
    this.requests.push(message);
  }
  addEventListener(type: 'message' | 'error', listener: (event: { readonly data: DecoderMessage }) => void): void {
    if (type === 'message') this.onMessage.push(listener);
    else this.onError.push(listener as () => void);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  send(data: DecoderMessage): void {
    for (const listener of this.onMessage) listener({ data });
  }
  fail(): void {
    for (const listener of this.onError) listener();
  }
  answerLast(): void {
    this.send({ kind: 'result', id: this.requests.at(-1)?.id ?? 0, symbols: [], ms: 7 });
  }
}

const frame = (): Pixels => ({ width: 1, height: 1, data: new Uint8ClampedArray(4) });

const setUp = () => {
  const workers: FakeWorker[] = [];
  const decoder = createWorkerDecoder(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const worker = async (at: number): Promise<FakeWorker> => vi.waitUntil(() => workers[at]);
  const asked = async (at: number, count = 1): Promise<FakeWorker> => {
    const found = await worker(at);
    await vi.waitUntil(() => found.requests.length >= count);
    return found;
  };
  return { decoder, workers, worker, asked };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a frame waits until the worker has loaded, then is answered', async () => {
  const { decoder, worker, asked } = setUp();
  const result = decoder.decode(frame(), 'fast');
  const first = await worker(0);
  expect(first.requests).toEqual([]);
  first.send({ kind: 'loaded' });
  (await asked(0)).answerLast();
  expect(await result).toEqual({ ok: true, symbols: [], ms: 7 });
});

test('a silent worker is replaced, and only the second silence in a row is reported', async () => {
  const { decoder, workers, worker, asked } = setUp();
  const first = decoder.decode(frame(), 'fast');
  (await worker(0)).send({ kind: 'loaded' });
  await asked(0);
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(await first).toEqual({ ok: false, code: 'retrying' });
  expect(workers[0]?.isTerminated).toBe(true);

  const second = decoder.decode(frame(), 'fast');
  (await worker(1)).send({ kind: 'loaded' });
  await asked(1);
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(await second).toEqual({ ok: false, code: 'no-answer' });
});

test('an answer in between forgives the silence before it', async () => {
  const { decoder, worker, asked } = setUp();
  for (const at of [0, 1]) {
    const answered = at === 0 ? undefined : decoder.decode(frame(), 'fast');
    const silent = answered ? undefined : decoder.decode(frame(), 'fast');
    (await worker(at)).send({ kind: 'loaded' });
    const running = await asked(at);
    if (silent) await vi.advanceTimersByTimeAsync(ANSWER_MS);
    else running.answerLast();
    await (answered ?? silent);
  }
  const third = decoder.decode(frame(), 'fast');
  await asked(1, 2);
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(await third).toEqual({ ok: false, code: 'retrying' });
});

test('a worker that cannot load says so, at once or after its patience', async () => {
  const { decoder, worker } = setUp();
  const refused = decoder.decode(frame(), 'fast');
  (await worker(0)).send({ kind: 'not-loaded' });
  expect(await refused).toEqual({ ok: false, code: 'not-loaded' });
  const late = decoder.decode(frame(), 'fast');
  await worker(1);
  await vi.advanceTimersByTimeAsync(LOAD_MS);
  expect(await late).toEqual({ ok: false, code: 'not-loaded' });
});

test('a worker that breaks while decoding counts as silent', async () => {
  const { decoder, worker, asked } = setUp();
  const result = decoder.decode(frame(), 'fast');
  (await worker(0)).send({ kind: 'loaded' });
  (await asked(0)).fail();
  expect(await result).toEqual({ ok: false, code: 'retrying' });
});

test('frames are decoded one after the other', async () => {
  const { decoder, worker, asked } = setUp();
  const results = [decoder.decode(frame(), 'fast'), decoder.decode(frame(), 'thorough')];
  const running = await worker(0);
  running.send({ kind: 'loaded' });
  await asked(0);
  expect(running.requests).toHaveLength(1);
  running.answerLast();
  await asked(0, 2);
  running.answerLast();
  expect(await Promise.all(results)).toHaveLength(2);
});

test('closing ends the worker and answers what is under way', async () => {
  const { decoder, workers, worker, asked } = setUp();
  const result = decoder.decode(frame(), 'fast');
  (await worker(0)).send({ kind: 'loaded' });
  await asked(0);
  decoder.close();
  expect(await result).toEqual({ ok: false, code: 'closed' });
  expect(await decoder.decode(frame(), 'fast')).toEqual({ ok: false, code: 'closed' });
  expect(workers.map((each) => each.isTerminated)).toEqual([true]);
});
