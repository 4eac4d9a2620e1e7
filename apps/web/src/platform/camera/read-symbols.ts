/**
 * Barcode symbols in a picture, by zxing-wasm. The texts come from the bytes of the symbol, so that a separator (FNC1
 * inside a GS1 symbol) arrives as ASCII 29 and not in the "(01)…" notation meant for people; whether the symbol is GS1
 * at all is told by the AIM identifier. Runs in the decoder worker and in Node alike; knows no DOM.
 */
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface FoundSymbol {
  readonly text: string;
  /** AIM identifier, e.g. "]d2" for a GS1 DataMatrix. */
  readonly symbology: string;
  readonly format: string;
  /** In pixels of the given picture, around the symbol. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/** RGBA, as ImageData has it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** 'fast' suits every frame; 'thorough' also turns the picture and looks harder, at several times the cost. */
export type Effort = 'fast' | 'thorough';

// ITF has no start pattern worth the name: part of a longer symbol reads as a shorter one. Trade items have 14 digits.
const ITF_LENGTHS: ReadonlySet<number> = new Set([14]);

const FORMATS: NonNullable<ReaderOptions['formats']> = [
  'DataMatrix',
  'QRCode',
  'MicroQRCode',
  'Code128',
  'Code39',
  'EAN13',
  'EAN8',
  'UPCA',
  'UPCE',
  'ITF',
  'Aztec',
  'PDF417',
  'DataBar',
  'DataBarExp',
  'DataBarLtd',
];

const COMMON: ReaderOptions = { formats: FORMATS, textMode: 'Plain', maxNumberOfSymbols: 8 };

const OPTIONS: Readonly<Record<Effort, ReaderOptions>> = {
  fast: { ...COMMON, tryHarder: false, tryRotate: false, tryInvert: false, tryDownscale: false },
  thorough: { ...COMMON, tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true },
};

/** Loads the decoder; `url` or `binary` says where its wasm is. Rejects when that cannot be loaded or compiled. */
export const prepareReader = async (
  wasm: { readonly url: string } | { readonly binary: ArrayBuffer },
): Promise<void> => {
  await prepareZXingModule({
    overrides: 'url' in wasm ? { locateFile: () => wasm.url } : { wasmBinary: wasm.binary },
    fireImmediately: true,
  });
};

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

// zxing-wasm's plain text is right for every character set; for ASCII the bytes themselves are beyond doubt.
const textOf = (result: ReadResult): string =>
  isAscii(result.bytes) ? String.fromCharCode(...result.bytes) : result.text;

const hasAllowedLength = (result: ReadResult): boolean =>
  !result.format.startsWith('ITF') || ITF_LENGTHS.has(result.bytes.length);

const foundSymbol = (result: ReadResult): FoundSymbol => {
  const { topLeft, topRight, bottomRight, bottomLeft } = result.position;
  return {
    text: textOf(result),
    symbology: result.symbologyIdentifier,
    format: result.format,
    corners: [topLeft, topRight, bottomRight, bottomLeft],
  };
};

/** All symbols of the picture that decode without errors. `prepareReader` must have resolved. */
export const readSymbols = async (picture: Pixels, effort: Effort): Promise<readonly FoundSymbol[]> => {
  // Field by field: the fields of an ImageData are getters, which spreading loses.
  const { data, width, height } = picture;
  const results = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, OPTIONS[effort]);
  return results.filter((result) => result.isValid && hasAllowedLength(result)).map(foundSymbol);
};
