/**
 * The decoder of this browser: zxing-wasm in a worker; without WebAssembly the browser's own detector or the library
 * that needs none, whose chunk is fetched only then. The worker files are imported as addresses, because Trusted Types
 * want `new Worker` to be given an address that a policy has approved.
 */
import workerUrl from './decode.worker.ts?worker&url';
import plainWorkerUrl from './decode-plain.worker.ts?worker&url';
import { chainDecoders } from './chain-decoders.ts';
import type { Decoder } from './decode-protocol.ts';
import { createNativeDecoder } from './native-decoder.ts';
import { trustedWorkerUrl } from './trusted-worker-url.ts';
import { createWorkerDecoder } from './worker-decoder.ts';

const inWorker = (url: string) => (): Decoder =>
  createWorkerDecoder(() => new Worker(trustedWorkerUrl(url), { type: 'module', name: 'decoder' }));

/** Makes the decoder; loading begins with the first frame. Close it when the scanner closes for good. */
export const createDecoder = (): Decoder => {
  const without = [createNativeDecoder, inWorker(plainWorkerUrl)] as const;
  return 'WebAssembly' in globalThis ? chainDecoders([inWorker(workerUrl), ...without]) : chainDecoders(without);
};
