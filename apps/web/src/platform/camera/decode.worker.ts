/** The decoder worker: zxing-wasm, with its wasm bundled beside it and never fetched from anywhere else. */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { prepareReader, readSymbols } from './read-symbols.ts';
import { serveDecoder } from './serve-decoder.ts';

serveDecoder(() => prepareReader({ url: wasmUrl }), readSymbols);
