/**
 * The browser's own BarcodeDetector. It drops FNC1 and tells no AIM identifier, so a GS1 symbol read by it may stay
 * ambiguous: it only steps in where zxing-wasm cannot run, and only where it knows every format that labs meet.
 */
import type { Decoder } from './decode-protocol.ts';
import type { FoundSymbol, Point } from './read-symbols.ts';

interface DetectedBarcode {
  readonly rawValue: string;
  readonly format: string;
  readonly cornerPoints: readonly Point[];
}

interface Detector {
  detect(image: ImageBitmap | ImageData): Promise<readonly DetectedBarcode[]>;
}

interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const FORMATS = ['data_matrix', 'qr_code', 'code_128', 'code_39', 'ean_13', 'ean_8', 'upc_a', 'upc_e', 'itf'];

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;

const foundSymbol = ({ rawValue, format, cornerPoints }: DetectedBarcode): readonly FoundSymbol[] => {
  const [a, b, c, d] = cornerPoints;
  return a && b && c && d ? [{ text: rawValue, symbology: '', format, corners: [a, b, c, d] }] : [];
};

const load = async (): Promise<Detector | undefined> => {
  const found = detectorClass();
  const supported = await found?.getSupportedFormats().catch((): readonly string[] => []);
  return found && FORMATS.every((format) => supported?.includes(format)) ? new found({ formats: FORMATS }) : undefined;
};

/** A decoder that answers 'not-loaded' where the browser has no detector or one that lacks formats. */
export const createNativeDecoder = (): Decoder => {
  const loading = load();
  return {
    decode: async (frame) => {
      const detector = await loading;
      if (!detector) return { ok: false, code: 'not-loaded' };
      const start = performance.now();
      const image = 'data' in frame ? new ImageData(frame.data, frame.width, frame.height) : frame;
      const detected = await detector.detect(image).catch(() => undefined);
      if (image instanceof ImageBitmap) image.close();
      if (!detected) return { ok: false, code: 'no-answer' };
      return { ok: true, symbols: detected.flatMap(foundSymbol), ms: performance.now() - start };
    },
    close: () => undefined,
  };
};
