/** Decodes a photo or picture file: the way in when the camera is refused, and for labels that came by mail. */
import type { DecodeFault, Decoder } from './decode-protocol.ts';
import type { FoundSymbol } from './read-symbols.ts';
import { nearestTo } from './region.ts';

// Photos have up to 50 megapixels; more than this adds time and no readable code.
const MAX_SIDE = 2400;
const MAX_BYTES = 40 * 1024 * 1024;

export type FileFault = 'not-a-picture' | 'too-large' | 'nothing-found' | DecodeFault;

export type FileResult =
  | { readonly ok: true; readonly symbols: readonly FoundSymbol[] }
  | { readonly ok: false; readonly code: FileFault };

const scaledBitmap = async (file: Blob): Promise<ImageBitmap | undefined> => {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  const longest = bitmap ? Math.max(bitmap.width, bitmap.height) : 0;
  if (!bitmap || longest <= MAX_SIDE) return bitmap;
  const scale = MAX_SIDE / longest;
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  const scaled = await createImageBitmap(bitmap, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  }).catch(() => undefined);
  bitmap.close();
  return scaled;
};

const pixelsOf = (bitmap: ImageBitmap): ImageData | undefined => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(0, 0, bitmap.width, bitmap.height);
};

/** The symbols of the picture, the one nearest to its middle first; it is always looked at thoroughly. */
export const decodeFile = async (file: Blob, decoder: Decoder): Promise<FileResult> => {
  if (file.size > MAX_BYTES) return { ok: false, code: 'too-large' };
  const bitmap = await scaledBitmap(file);
  const pixels = bitmap && pixelsOf(bitmap);
  bitmap?.close();
  if (!pixels) return { ok: false, code: 'not-a-picture' };
  const middle = { x: pixels.width / 2, y: pixels.height / 2 };
  // Decoding takes the pixels over, and one replaced worker must not fail the photo: a second try gets a copy.
  const copy = new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height);
  const first = await decoder.decode(pixels, 'thorough');
  const result = !first.ok && first.code === 'retrying' ? await decoder.decode(copy, 'thorough') : first;
  if (!result.ok) return result;
  const nearest = nearestTo(result.symbols, middle);
  if (!nearest) return { ok: false, code: 'nothing-found' };
  return { ok: true, symbols: [nearest, ...result.symbols.filter((symbol) => symbol !== nearest)] };
};
