/** Takes a region of a playing video for decoding, off the main thread where the browser can. */
import type { Frame } from './decode-protocol.ts';
import type { Rectangle } from './region.ts';

let canvas: HTMLCanvasElement | undefined;

const grabByCanvas = (source: HTMLVideoElement, { x, y, width, height }: Rectangle): Frame | undefined => {
  canvas ??= document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(source, x, y, width, height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
};

/** The pixels of `region`; undefined while the video has none to give. */
export const grabFrame = async (video: HTMLVideoElement, region: Rectangle): Promise<Frame | undefined> => {
  if (video.readyState < video.HAVE_CURRENT_DATA || region.width === 0) return undefined;
  const { x, y, width, height } = region;
  // A bitmap is only of use to a worker that can draw it.
  if (typeof OffscreenCanvas === 'undefined') return grabByCanvas(video, region);
  return createImageBitmap(video, x, y, width, height).catch(() => undefined);
};
