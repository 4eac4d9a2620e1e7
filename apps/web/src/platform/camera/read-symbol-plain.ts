/**
 * One barcode symbol in a picture, by the library that needs no WebAssembly. It knows no AIM identifiers; they are
 * derived from the format and from how it reports FNC1: as ASCII 29, at the front too, or as "]C1" in Code 128.
 */
import {
  AztecCodeReader,
  BarcodeFormat,
  BinaryBitmap,
  DataMatrixReader,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatOneDReader,
  PDF417Reader,
  QRCodeReader,
  type Result,
  RGBLuminanceSource,
} from '@zxing/library';
import type { Effort, FoundSymbol, Pixels, Point } from './read-symbols.ts';

const GS = '\u001d';

const FORMATS = [
  BarcodeFormat.DATA_MATRIX,
  BarcodeFormat.QR_CODE,
  BarcodeFormat.CODE_128,
  BarcodeFormat.CODE_39,
  BarcodeFormat.EAN_13,
  BarcodeFormat.EAN_8,
  BarcodeFormat.UPC_A,
  BarcodeFormat.UPC_E,
  BarcodeFormat.ITF,
  BarcodeFormat.AZTEC,
  BarcodeFormat.PDF_417,
  BarcodeFormat.RSS_14,
];

const IDENTIFIERS: Readonly<Partial<Record<BarcodeFormat, string>>> = {
  [BarcodeFormat.CODE_128]: ']C0',
  [BarcodeFormat.CODE_39]: ']A0',
  [BarcodeFormat.EAN_13]: ']E0',
  [BarcodeFormat.EAN_8]: ']E4',
  [BarcodeFormat.UPC_A]: ']E0',
  [BarcodeFormat.UPC_E]: ']E0',
  [BarcodeFormat.ITF]: ']I0',
  [BarcodeFormat.AZTEC]: ']z0',
  [BarcodeFormat.PDF_417]: ']L0',
  [BarcodeFormat.RSS_14]: ']e0',
};

const identify = (format: BarcodeFormat, text: string): { readonly symbology: string; readonly text: string } => {
  if (text.startsWith(']C1')) return { symbology: ']C1', text: text.slice(3) };
  if (format === BarcodeFormat.DATA_MATRIX) {
    return text.startsWith(GS) ? { symbology: ']d2', text: text.slice(1) } : { symbology: ']d1', text };
  }
  if (format === BarcodeFormat.QR_CODE) return { symbology: text.includes(GS) ? ']Q3' : ']Q1', text };
  // This library leaves the AI of a DataBar off; its fourteen digits are always a GTIN.
  if (format === BarcodeFormat.RSS_14) return { symbology: ']e0', text: `01${text}` };
  return { symbology: IDENTIFIERS[format] ?? '', text };
};

interface Grey {
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Brightness, each pixel the mean of `scale` × `scale`: this library bears tilt and blur, but hardly any noise. */
const greyOf = ({ data, width, height }: Pixels, scale: number): Grey => {
  const [wide, high] = [Math.floor(width / scale), Math.floor(height / scale)];
  const sums = new Float32Array(wide * high);
  for (let y = 0; y < high * scale; y++) {
    const row = Math.floor(y / scale) * wide;
    for (let x = 0; x < wide * scale; x++) {
      const i = (y * width + x) * 4;
      const brightness = (data[i] ?? 0) + 2 * (data[i + 1] ?? 0) + (data[i + 2] ?? 0);
      const at = row + Math.floor(x / scale);
      sums[at] = (sums[at] ?? 0) + brightness;
    }
  }
  return { pixels: Uint8ClampedArray.from(sums, (sum) => sum / (4 * scale * scale)), width: wide, height: high };
};

const cornersOf = (result: Result, scale: number): FoundSymbol['corners'] => {
  const points: readonly Point[] = (result.getResultPoints() ?? []).map((point) => ({
    x: point.getX() * scale,
    y: point.getY() * scale,
  }));
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
};

const hintsFor = (effort: Effort): Map<DecodeHintType, unknown> => {
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, FORMATS],
    [DecodeHintType.ASSUME_GS1, true],
    [DecodeHintType.ALLOWED_LENGTHS, Int32Array.of(14)],
  ]);
  if (effort === 'thorough') hints.set(DecodeHintType.TRY_HARDER, true);
  return hints;
};

// The library's own reader of all formats writes a warning to the console for every frame without a code.
const readers = (hints: Map<DecodeHintType, unknown>) => [
  new DataMatrixReader(),
  new QRCodeReader(),
  new MultiFormatOneDReader(hints),
  new AztecCodeReader(),
  new PDF417Reader(),
];

const readAt = (picture: Pixels, effort: Effort, scale: number): FoundSymbol | undefined => {
  const hints = hintsFor(effort);
  const { pixels, width, height } = greyOf(picture, scale);
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, width, height)));
  for (const reader of readers(hints)) {
    try {
      const result = reader.decode(bitmap, hints);
      const format = result.getBarcodeFormat();
      return {
        ...identify(format, result.getText()),
        format: BarcodeFormat[format],
        corners: cornersOf(result, scale),
      };
    } catch {
      // Not a symbol of this reader: the library reports that by throwing.
    }
  }
  return undefined;
};

const SCALES: Readonly<Record<Effort, readonly number[]>> = { fast: [2], thorough: [1, 3] };

/** At most one symbol; an empty list when none decodes. */
export const readSymbolPlain = (picture: Pixels, effort: Effort): readonly FoundSymbol[] => {
  for (const scale of SCALES[effort]) {
    const found = readAt(picture, effort, scale);
    if (found) return [found];
  }
  return [];
};
