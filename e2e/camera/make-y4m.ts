/**
 * Films for Chromium's fake camera: uncompressed .y4m, YUV 4:2:0, 1280×720, ten frames a second, which Chromium plays in
 * a loop. Each scene is followed by frames of the empty bench, so that a code leaves the frame before the next one comes.
 * The pixels take the way of a real camera: nothing of the scanner is replaced.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { drawBench, drawScene, HEIGHT, type Scene, WIDTH } from './scene.ts';
import { normal, type Random, seededRandom } from './seeded.ts';

export type { Scene } from './scene.ts';

export const FRAMES_PER_SECOND = 10;
/** Longer than the lock-out of the scanner for the same code. */
export const BLANK_FRAMES = 14;
const BENCH_NOISE = 4;

// A table of noise, entered at a random place for each row, is as good to a decoder as fresh noise and thirty times faster.
const NOISE_TABLE = 1 << 16;

const noiseTable = (random: Random): Float32Array => Float32Array.from({ length: NOISE_TABLE }, () => normal(random));

/** Grey levels with sensor noise, one byte a pixel: the Y plane of one frame. */
const expose = (still: Float32Array, noise: number, table: Float32Array, random: Random): Uint8ClampedArray => {
  const plane = new Uint8ClampedArray(still.length);
  for (let y = 0; y < HEIGHT; y++) {
    const start = Math.floor(random() * NOISE_TABLE);
    for (let x = 0; x < WIDTH; x++) {
      const i = y * WIDTH + x;
      plane[i] = (still[i] ?? 0) + noise * (table[(start + x) % NOISE_TABLE] ?? 0);
    }
  }
  return plane;
};

/** The Y planes of a scene, one after the other; the noise differs from frame to frame. */
export function* framesOf(scene: Scene, seed: number): Generator<Uint8ClampedArray> {
  const random = seededRandom(seed);
  const table = noiseTable(random);
  const still = drawScene(scene);
  for (let i = 0; i < scene.frames; i++) yield expose(still, scene.noise, table, random);
}

function* benchFrames(count: number, seed: number): Generator<Uint8ClampedArray> {
  const random = seededRandom(seed);
  const table = noiseTable(random);
  const still = drawBench();
  for (let i = 0; i < count; i++) yield expose(still, BENCH_NOISE, table, random);
}

/** Writes a film of the scenes in their order, each followed by `blank` frames. The same seed writes the same bytes. */
export const writeY4m = (path: string, scenes: readonly Scene[], seed: number, blank: number = BLANK_FRAMES): void => {
  const file = openSync(path, 'w');
  const noColour = new Uint8Array((WIDTH * HEIGHT) / 2).fill(128);
  const put = (frames: Iterable<Uint8ClampedArray>): void => {
    for (const plane of frames) {
      writeSync(file, 'FRAME\n');
      writeSync(file, plane);
      writeSync(file, noColour);
    }
  };
  try {
    writeSync(file, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
    scenes.forEach((scene, i) => {
      put(framesOf(scene, seed + i));
      put(benchFrames(blank, seed - 1 - i));
    });
  } finally {
    closeSync(file);
  }
};
