/** The modules of a barcode symbol, drawn by bwip-js, without any scaling: dark is 1. */
import bwipjs from 'bwip-js/node';

/** Names as bwip-js has them. */
export type Symbology =
  | 'gs1datamatrix'
  | 'gs1qrcode'
  | 'qrcode'
  | 'datamatrix'
  | 'azteccode'
  | 'gs1-128'
  | 'databaromni'
  | 'code39'
  | 'hibccode128'
  | 'itf14'
  | 'ean13'
  | 'ean8'
  | 'upce';

export interface Modules {
  readonly columns: number;
  readonly rows: number;
  readonly dark: (column: number, row: number) => boolean;
  /** Width of the blank margin the symbology asks for, in modules. */
  readonly quiet: number;
}

const fromWidths = (widths: readonly number[]): Modules => {
  const bars = widths.flatMap((width, i): boolean[] => Array.from({ length: width }, () => i % 2 === 0));
  return {
    columns: bars.length,
    rows: Math.round(bars.length / 4),
    dark: (column) => bars[column] ?? false,
    quiet: 10,
  };
};

/** `text` is in brackets for the gs1 symbologies, e.g. "(01)09520123456788(10)ABC". Throws when it cannot be encoded. */
export const drawSymbol = (symbology: Symbology, text: string): Modules => {
  const [symbol] = bwipjs.raw({ bcid: symbology, text });
  if (!symbol) throw new Error(`nothing drawn for ${symbology}`);
  if ('sbs' in symbol) return fromWidths(symbol.sbs);
  const { pixs, pixx, pixy } = symbol;
  return { columns: pixx, rows: pixy, dark: (column, row) => pixs[row * pixx + column] === 1, quiet: 4 };
};
