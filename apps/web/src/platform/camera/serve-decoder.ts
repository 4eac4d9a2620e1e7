/** The worker's side of the protocol, shared by the workers of both libraries. */
import type { DecodeRequest, DecoderMessage, Frame } from './decode-protocol.ts';
import type { Effort, FoundSymbol, Pixels } from './read-symbols.ts';

type Read = (picture: Pixels, effort: Effort) => Promise<readonly FoundSymbol[]>;

let canvas: OffscreenCanvas | undefined;

/** RGBA of a frame; one canvas is kept, because making one costs as much as decoding. */
const pixelsOf = (frame: Frame): Pixels => {
  if ('data' in frame) return frame;
  const { width, height } = frame;
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return { width: 0, height: 0, data: new Uint8ClampedArray() };
  context.drawImage(frame, 0, 0);
  frame.close();
  return context.getImageData(0, 0, width, height);
};

/** Answers requests with `read` once `load` has resolved. */
export const serveDecoder = (load: () => Promise<void>, read: Read): void => {
  const send = (message: DecoderMessage): void => self.postMessage(message);
  const answer = async ({ id, frame, effort }: DecodeRequest): Promise<void> => {
    const start = performance.now();
    const picture = pixelsOf(frame);
    const symbols = picture.width > 0 ? await read(picture, effort) : [];
    send({ kind: 'result', id, symbols, ms: performance.now() - start });
  };
  self.addEventListener('message', (event: MessageEvent<DecodeRequest>) => {
    // The page hears of it as an error of the worker and replaces it.
    answer(event.data).catch(reportError);
  });
  load().then(
    () => send({ kind: 'loaded' }),
    () => send({ kind: 'not-loaded' }),
  );
};
