import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseScan } from '@tidylab/domain/barcodes/parse-scan';
import { beforeAll, expect, test } from 'vitest';
import { readSymbolPlain } from '../../apps/web/src/platform/camera/read-symbol-plain.ts';
import { prepareReader, readSymbols, type Pixels } from '../../apps/web/src/platform/camera/read-symbols.ts';
import { regionOf, type Area } from '../../apps/web/src/platform/camera/region.ts';
import { framesOf, type Scene, writeY4m } from './make-y4m.ts';
import { HEIGHT, WIDTH } from './scene.ts';

const today = '2026-11-22';
const GTIN = '09520123456788';
const OWN = 'https://lab.example.org/c/7ZK3M9QWERTA';

/** The part of a grey frame that the scan loop would send to the decoder. */
const look = (plane: Uint8ClampedArray, area: Area): Pixels => {
  const { x, y, width, height } = regionOf(area, WIDTH, HEIGHT);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const grey = plane[(y + row) * WIDTH + x + column] ?? 0;
      data.fill(grey, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return { width, height, data };
};

const frameOf = (scene: Omit<Scene, 'frames'>, seed: number): Uint8ClampedArray => {
  const [frame] = framesOf({ ...scene, frames: 1 }, seed);
  if (!frame) throw new Error('no frame');
  return frame;
};

beforeAll(async () => {
  const fromWeb = createRequire(new URL('../../apps/web/package.json', import.meta.url));
  const wasm = readFileSync(fromWeb.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareReader({ binary: new Uint8Array(wasm).buffer });
});

const lotFirst = `(01)${GTIN}(10)ABC123(17)271231`;
const lotRead = { kind: 'gs1', gtin: GTIN, lot: 'ABC123', expiry: '2027-12-31' };
const lotText = `01${GTIN}10ABC123\u001d17271231`;
const serial = `(01)${GTIN}(21)S-77(10)L/9(17)280200`;
const serialRead = { kind: 'gs1', serial: 'S-77', lot: 'L/9', expiry: '2028-02-29' };
const serialText = `01${GTIN}21S-77\u001d10L/9\u001d17280200`;

test.each([
  ['gs1datamatrix', lotFirst, 0, 0, 0, 8, lotText, lotRead],
  ['gs1datamatrix', lotFirst, 7, 1, 10, 8, lotText, lotRead],
  ['gs1datamatrix', lotFirst, -19, 1.6, 14, 8, lotText, lotRead],
  ['gs1datamatrix', lotFirst, 45, 2, 18, 8, lotText, lotRead],
  ['gs1datamatrix', lotFirst, 12, 0.8, 10, 4, lotText, lotRead],
  ['gs1datamatrix', serial, 90, 1.2, 12, 8, serialText, serialRead],
  ['gs1datamatrix', serial, 171, 1.4, 12, 7, serialText, serialRead],
  ['gs1qrcode', lotFirst, 9, 1.5, 14, 8, lotText, lotRead],
  ['gs1qrcode', lotFirst, -40, 1.5, 14, 7, lotText, lotRead],
  ['gs1qrcode', serial, 23, 2, 20, 8, serialText, serialRead],
  ['gs1qrcode', serial, 200, 1, 8, 5, serialText, serialRead],
  ['qrcode', OWN, 15, 2, 16, 8, OWN, { kind: 'own', code: '7ZK3M9QWERTA' }],
  ['qrcode', OWN, -33, 1.2, 12, 6, OWN, { kind: 'own', code: '7ZK3M9QWERTA' }],
  ['qrcode', OWN, 110, 0.6, 24, 4, OWN, { kind: 'own', code: '7ZK3M9QWERTA' }],
  ['datamatrix', 'FBA00123456', 15, 1, 10, 8, 'FBA00123456', { kind: 'raw' }],
  ['gs1-128', `(01)${GTIN}(10)AB1`, 3, 0.8, 8, 3, `01${GTIN}10AB1`, { kind: 'gs1', lot: 'AB1' }],
  ['ean13', '9501101530003', 4, 1, 10, 4, '9501101530003', { kind: 'gtin', gtin: '09501101530003' }],
  ['ean8', '96385074', 2, 0.6, 6, 4, '96385074', { kind: 'gtin', gtin: '00000096385074' }],
  ['upce', '01234558', 2, 0.6, 6, 4, '0012345000058', { kind: 'gtin', gtin: '00012345000058' }],
  ['itf14', '04012345678901', 2, 0.6, 6, 3, '04012345678901', { kind: 'gtin', gtin: '04012345678901' }],
  ['databaromni', `(01)${GTIN}`, 2, 0.6, 6, 4, `01${GTIN}`, { kind: 'gs1', gtin: GTIN }],
  ['hibccode128', 'A123BJC5D6E71', 2, 0.6, 6, 2, '+A123BJC5D6E71G', { kind: 'hibc', product: 'A123BJC5D6E71' }],
  ['code39', 'FBA-123', 2, 0.6, 6, 2, 'FBA-123', { kind: 'raw' }],
  ['azteccode', OWN, 12, 0.8, 10, 7, OWN, { kind: 'own' }],
] as const)(
  'reads %s %s, tilted %d°, blurred %d px, noise %d, %d px a module',
  async (symbology, text, tiltDeg, blurPx, noise, modulePx, expected, scan) => {
    const frame = frameOf({ symbology, text, tiltDeg, blurPx, noise, modulePx }, 42);
    const symbols = await readSymbols(look(frame, 'centre'), 'thorough');
    const [found] = symbols;
    // A stacked or doubled reading of the same symbol does no harm; a second text would.
    expect(new Set(symbols.map((symbol) => symbol.text))).toEqual(new Set([expected]));
    expect(parseScan(found?.text ?? '', { today, symbology: found?.symbology ?? '' })).toMatchObject(scan);
  },
);

test('an undamaged symbol in the middle is read by the fast look', async () => {
  const frame = frameOf({ symbology: 'gs1datamatrix', text: lotFirst, tiltDeg: 5, blurPx: 0.8, noise: 6 }, 1);
  expect(await readSymbols(look(frame, 'centre'), 'fast')).toMatchObject([{ text: lotText, symbology: ']d2' }]);
});

test('corners surround the symbol where it is', async () => {
  const frame = frameOf({ symbology: 'qrcode', text: OWN, tiltDeg: 0, blurPx: 0.5, noise: 4 }, 1);
  const [found] = await readSymbols(look(frame, 'full'), 'thorough');
  for (const { x, y } of found?.corners ?? []) {
    expect(Math.abs(x - WIDTH / 2)).toBeGreaterThan(100);
    expect(Math.abs(x - WIDTH / 2)).toBeLessThan(160);
    expect(Math.abs(y - HEIGHT / 2)).toBeLessThan(160);
  }
});

test('a label blurred beyond reading gives no code, and no wrong one', async () => {
  const blank = frameOf({ symbology: 'qrcode', text: OWN, tiltDeg: 0, blurPx: 8, noise: 10, modulePx: 1 }, 1);
  expect(await readSymbols(look(blank, 'full'), 'thorough')).toEqual([]);
});

test.each([
  ['gs1datamatrix', lotFirst, lotRead],
  ['gs1qrcode', lotFirst, lotRead],
  ['gs1-128', `(01)${GTIN}(10)AB1`, { kind: 'gs1', lot: 'AB1' }],
  ['qrcode', OWN, { kind: 'own' }],
  ['ean13', '9501101530003', { kind: 'gtin' }],
] as const)('the library for browsers without WebAssembly reads %s to the same scan', (symbology, text, scan) => {
  const modulePx = symbology === 'gs1-128' || symbology === 'ean13' ? 3 : 6;
  const frame = frameOf({ symbology, text, tiltDeg: 2, blurPx: 0.6, noise: 5, modulePx }, 7);
  const [found] = readSymbolPlain(look(frame, 'centre'), 'thorough');
  expect(parseScan(found?.text ?? '', { today, symbology: found?.symbology ?? '' })).toMatchObject(scan);
});

test('a film holds every frame of its scenes and of the empty bench between them, the same for the same seed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'film-'));
  const scene: Scene = { symbology: 'qrcode', text: OWN, tiltDeg: 8, blurPx: 1, noise: 9, frames: 2 };
  try {
    const [one, two] = [join(folder, 'one.y4m'), join(folder, 'two.y4m')];
    writeY4m(one, [scene, { ...scene, tiltDeg: -8 }], 3, 1);
    writeY4m(two, [scene, { ...scene, tiltDeg: -8 }], 3, 1);
    const header = 'YUV4MPEG2 W1280 H720 F10:1 Ip A1:1 C420jpeg\n';
    const frameBytes = 'FRAME\n'.length + (WIDTH * HEIGHT * 3) / 2;
    expect(statSync(one).size).toBe(header.length + 2 * (2 + 1) * frameBytes);
    const start = Buffer.alloc(header.length);
    const file = openSync(one, 'r');
    readSync(file, start);
    closeSync(file);
    expect(start.toString()).toBe(header);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
