/**
 * One still of a bench with a label on it, in grey levels: a symbol on white paper, tilted about the middle of the frame,
 * blurred as by a lens out of focus. Noise belongs to the frame, not to the still (see make-y4m.ts).
 */
import { drawSymbol, type Modules, type Symbology } from './symbol.ts';

export const WIDTH = 1280;
export const HEIGHT = 720;

export interface Scene {
  readonly symbology: Symbology;
  /** In brackets for the gs1 symbologies, e.g. "(01)09520123456788(10)ABC". */
  readonly text: string;
  readonly tiltDeg: number;
  /** Standard deviation of the gaussian blur, in pixels. */
  readonly blurPx: number;
  /** Standard deviation of the sensor's noise, in grey levels of 255. */
  readonly noise: number;
  readonly frames: number;
  /** Pixels a module; 8 unless told. */
  readonly modulePx?: number;
}

const PAPER = 226;
const INK = 38;

/** The bench: a grey that falls off from the upper left, with a few darker stripes, so that nothing is evenly lit. */
const bench = (x: number, y: number): number => 132 - x / 28 - y / 22 + (Math.floor((x + 2 * y) / 90) % 2) * 14;

const shade = (symbol: Modules, column: number, row: number, x: number, y: number): number => {
  const { columns, rows, quiet } = symbol;
  const onPaper = column >= -quiet && row >= -quiet && column < columns + quiet && row < rows + quiet;
  if (!onPaper) return bench(x, y);
  const inside = column >= 0 && row >= 0 && column < columns && row < rows;
  const light = 1 - (x + y) / 9000;
  return (inside && symbol.dark(Math.floor(column), Math.floor(row)) ? INK : PAPER) * light;
};

/** Four samples a pixel, so that tilted edges are not jagged. */
const SAMPLES = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The pixels the paper can reach however it is tilted, and `margin` more: only these are drawn finely and blurred. */
const boxAround = (symbol: Modules, size: number, margin: number): Box => {
  const { columns, rows, quiet } = symbol;
  const reach = Math.ceil((Math.hypot(columns + 2 * quiet, rows + 2 * quiet) * size) / 2) + margin;
  return {
    left: Math.max(0, WIDTH / 2 - reach),
    right: Math.min(WIDTH, WIDTH / 2 + reach),
    top: Math.max(0, HEIGHT / 2 - reach),
    bottom: Math.min(HEIGHT, HEIGHT / 2 + reach),
  };
};

const drawLabel = (pixels: Float32Array, symbol: Modules, box: Box, size: number, tiltDeg: number): void => {
  const angle = (tiltDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) / size, Math.sin(angle) / size];
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      let sum = 0;
      for (const [dx, dy] of SAMPLES) {
        const right = x + dx - WIDTH / 2;
        const down = y + dy - HEIGHT / 2;
        const column = right * cos + down * sin + symbol.columns / 2;
        const row = down * cos - right * sin + symbol.rows / 2;
        sum += shade(symbol, column, row, x, y);
      }
      pixels[y * WIDTH + x] = sum / SAMPLES.length;
    }
  }
};

const kernel = (sigma: number): readonly number[] => {
  const radius = Math.ceil(sigma * 3);
  const weights = Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

/** One pass of the separable blur inside the box: `step` is 1 along rows and WIDTH along columns. */
const blurAlong = (
  pixels: Float32Array,
  weights: readonly number[],
  box: Box,
  step: 1 | typeof WIDTH,
): Float32Array => {
  const radius = (weights.length - 1) / 2;
  const last = step === 1 ? WIDTH - 1 : HEIGHT - 1;
  const out = pixels.slice();
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const [i, along] = [y * WIDTH + x, step === 1 ? x : y];
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const at = Math.min(last, Math.max(0, along + k));
        sum += (pixels[i + (at - along) * step] ?? 0) * (weights[k + radius] ?? 0);
      }
      out[i] = sum;
    }
  }
  return out;
};

/** The bench without a label. */
export const drawBench = (): Float32Array =>
  Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => bench(i % WIDTH, Math.floor(i / WIDTH)));

/** The still of a scene: WIDTH × HEIGHT grey levels, 0 to 255. */
export const drawScene = (scene: Scene): Float32Array => {
  const symbol = drawSymbol(scene.symbology, scene.text);
  const size = scene.modulePx ?? 8;
  const box = boxAround(symbol, size, Math.ceil(scene.blurPx * 3));
  const sharp = drawBench();
  drawLabel(sharp, symbol, box, size, scene.tiltDeg);
  if (scene.blurPx <= 0) return sharp;
  const weights = kernel(scene.blurPx);
  return blurAlong(blurAlong(sharp, weights, box, 1), weights, box, WIDTH);
};
