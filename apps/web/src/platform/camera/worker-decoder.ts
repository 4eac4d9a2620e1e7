/**
 * A decoder in a worker, watched: a worker that does not answer within five seconds is replaced, and the second silence
 * in a row is reported. Loading has its own, longer patience, since the wasm may come over a slow network.
 */
import type { DecodeFault, Decoder, DecodeRequest, DecodeResult, DecoderMessage, Frame } from './decode-protocol.ts';
import type { Effort } from './read-symbols.ts';

export const ANSWER_MS = 5_000;
export const LOAD_MS = 30_000;
const TRIES = 2;

/** The part of Worker that is used. */
export interface DecoderWorker {
  postMessage(message: DecodeRequest, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: DecoderMessage }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

interface Running {
  readonly worker: DecoderWorker;
  readonly loaded: Promise<boolean>;
  /** Called with the answer to the request under way. */
  answered: (message: Extract<DecoderMessage, { kind: 'result' }>) => void;
  broken: () => void;
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

const defer = <T>(): Deferred<T> => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
};

const run = (spawn: () => DecoderWorker): Running => {
  const worker = spawn();
  const { promise: loaded, resolve } = defer<boolean>();
  const patience = setTimeout(() => resolve(false), LOAD_MS);
  const running: Running = { worker, loaded, answered: () => undefined, broken: () => undefined };
  const settle = (isLoaded: boolean): void => {
    clearTimeout(patience);
    resolve(isLoaded);
  };
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'result') running.answered(data);
    else settle(data.kind === 'loaded');
  });
  worker.addEventListener('error', () => {
    settle(false);
    running.broken();
  });
  return running;
};

const transferOf = (frame: Frame): Transferable[] => ('data' in frame ? [frame.data.buffer] : [frame]);

const ask = (running: Running, request: DecodeRequest): Promise<DecodeResult | 'silent'> => {
  const { promise, resolve } = defer<DecodeResult | 'silent'>();
  const watchdog = setTimeout(() => resolve('silent'), ANSWER_MS);
  running.answered = ({ id, symbols, ms }) => {
    if (id === request.id) resolve({ ok: true, symbols, ms });
  };
  running.broken = () => resolve('silent');
  running.worker.postMessage(request, transferOf(request.frame));
  return promise.finally(() => clearTimeout(watchdog));
};

/** Decodes one frame at a time; a second call waits for the first. */
export const createWorkerDecoder = (spawn: () => DecoderWorker): Decoder => {
  let running: Running | undefined;
  let silences = 0;
  let nextId = 1;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const drop = (): void => {
    running?.worker.terminate();
    running = undefined;
  };
  const fail = (code: DecodeFault): DecodeResult => {
    drop();
    return { ok: false, code: closed ? 'closed' : code };
  };
  const decodeNow = async (frame: Frame, effort: Effort): Promise<DecodeResult> => {
    if (closed) return fail('closed');
    running ??= run(spawn);
    const current = running;
    if (!(await current.loaded)) return fail('not-loaded');
    if (closed) return fail('closed');
    const answer = await ask(current, { id: nextId++, frame, effort });
    if (answer !== 'silent') {
      silences = 0;
      return answer;
    }
    silences++;
    return fail(silences >= TRIES ? 'no-answer' : 'retrying');
  };

  return {
    decode: (frame, effort) => {
      const result = queue.then(() => decodeNow(frame, effort));
      queue = result;
      return result;
    },
    close: () => {
      closed = true;
      running?.broken();
      drop();
    },
  };
};
