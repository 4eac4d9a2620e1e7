/**
 * The decoder of this browser: zxing-wasm in a worker; without WebAssembly the browser's own detector or the library
 * that needs none, whose chunk is fetched only then. The bundler gives the addresses of the worker files instead of
 * rewriting `new Worker(new URL(…))`, because Trusted Types want `new Worker` to be given an address that a policy approved.
 */
import { chainDecoders } from './chain-decoders.ts';
import type { Decoder } from './decode-protocol.ts';
import { createNativeDecoder } from './native-decoder.ts';
import { trustedWorkerUrl } from './trusted-worker-url.ts';
import { createWorkerDecoder } from './worker-decoder.ts';

const ADDRESSES = import.meta.glob<string>('./*.worker.ts', { query: '?worker&url', import: 'default', eager: true });

const inWorker = (file: './decode.worker.ts' | './decode-plain.worker.ts') => (): Decoder =>
  createWorkerDecoder(() => new Worker(trustedWorkerUrl(ADDRESSES[file] ?? ''), { type: 'module', name: 'decoder' }));

/** Makes the decoder; loading begins with the first frame. Close it when the scanner closes for good. */
export const createDecoder = (): Decoder => {
  const without = [createNativeDecoder, inWorker('./decode-plain.worker.ts')] as const;
  return 'WebAssembly' in globalThis
    ? chainDecoders([inWorker('./decode.worker.ts'), ...without])
    : chainDecoders(without);
};
