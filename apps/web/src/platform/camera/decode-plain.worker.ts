/** The decoder worker for browsers without WebAssembly (iOS Lockdown Mode): slower, and one symbol a frame. */
import { readSymbolPlain } from './read-symbol-plain.ts';
import { serveDecoder } from './serve-decoder.ts';

serveDecoder(
  () => Promise.resolve(),
  (picture, effort) => Promise.resolve(readSymbolPlain(picture, effort)),
);
