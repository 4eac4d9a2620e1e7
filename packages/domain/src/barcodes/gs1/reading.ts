/** What a set of GS1 elements says about the thing in hand. */
import { isoFromYymmdd } from '../dates.ts';

export interface Gs1Element {
  readonly ai: string;
  readonly value: string;
}

/** Dates are YYYY-MM-DD, `gtin` has 14 digits, `sscc` 18. A field is absent when the symbol does not carry it. */
export interface Gs1Reading {
  readonly elements: readonly Gs1Element[];
  readonly gtin?: string;
  readonly lot?: string;
  readonly serial?: string;
  readonly expiry?: string;
  readonly bestBefore?: string;
  readonly productionDate?: string;
  /** Pieces in this pack (AI 30) or trade items in this unit (AI 37). */
  readonly count?: number;
  readonly sscc?: string;
  /** Catalogue number the supplier adds beside the GTIN (AI 240), or the customer's own part number (AI 241). */
  readonly catalogueNumber?: string;
}

/** Builds the reading; the elements must already be valid. */
export const readingOf = (elements: readonly Gs1Element[], today: string): Gs1Reading => {
  const byAi = new Map(elements.map((element) => [element.ai, element.value]));
  const first = (...ais: string[]): string | undefined =>
    ais.map((ai) => byAi.get(ai)).find((value) => value !== undefined);
  const date = (...ais: string[]): string | undefined => {
    const value = first(...ais);
    return value === undefined ? undefined : isoFromYymmdd(value.slice(0, 6), today);
  };
  const count = first('30', '37');
  const fields = {
    gtin: first('01', '02', '03', '8006', '8026')?.slice(0, 14),
    lot: first('10'),
    serial: first('21'),
    expiry: date('17', '7003'),
    bestBefore: date('15'),
    productionDate: date('11', '8008'),
    count: count === undefined ? undefined : Number(count),
    sscc: first('00'),
    catalogueNumber: first('240', '241'),
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { elements, ...(Object.fromEntries(present) as Omit<Gs1Reading, 'elements'>) };
};
