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

const luminance = ({ data, width, height }: Pixels): Uint8ClampedArray => {
  const grey = new Uint8ClampedArray(width * height);
  for (let i = 0; i < grey.length; i++) {
    grey[i] = ((data[i * 4] ?? 0) + 2 * (data[i * 4 + 1] ?? 0) + (data[i * 4 + 2] ?? 0)) / 4;
  }
  return grey;
};

const cornersOf = (result: Result): FoundSymbol['corners'] => {
  const points: readonly Point[] = (result.getResultPoints() ?? []).map((point) => ({
    x: point.getX(),
    y: point.getY(),
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

/** At most one symbol; an empty list when none decodes (the library reports that by throwing). */
export const readSymbolPlain = (picture: Pixels, effort: Effort): readonly FoundSymbol[] => {
  const hints = hintsFor(effort);
  const source = new RGBLuminanceSource(luminance(picture), picture.width, picture.height);
  const bitmap = new BinaryBitmap(new HybridBinarizer(source));
  for (const reader of readers(hints)) {
    try {
      const result = reader.decode(bitmap, hints);
      const format = result.getBarcodeFormat();
      return [{ ...identify(format, result.getText()), format: BarcodeFormat[format], corners: cornersOf(result) }];
    } catch {
      // Not a symbol of this reader.
    }
  }
  return [];
};
