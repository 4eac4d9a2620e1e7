/** A code in parts that a person can compare with a label. The names are words of the screen; the rest is as printed. */
import { formatOwnCode } from '@tidylab/domain/barcodes/own-label';
import type { Scan } from '@tidylab/domain/barcodes/parse-scan';

export interface CodePart {
  readonly name:
    | 'label'
    | 'gtin'
    | 'isbn'
    | 'sscc'
    | 'lot'
    | 'serial'
    | 'expiry'
    | 'best-before'
    | 'made'
    | 'count'
    | 'catalogue'
    | 'labeller'
    | 'text';
  /** Dates are YYYY-MM-DD. */
  readonly value: string;
}

type Named = readonly (readonly [CodePart['name'], string | number | undefined])[];

const present = (named: Named): CodePart[] =>
  named.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: String(value) }]));

/** Control characters are shown by their pictures, so that nothing invisible is compared. */
const visible = (text: string): string =>
  text.replace(/\p{Cc}/gu, (character) => String.fromCharCode(0x2400 + Math.min(character.charCodeAt(0), 0x21)));

function partsOfGs1(scan: Extract<Scan, { kind: 'gs1' }>): CodePart[] {
  return present([
    ['gtin', scan.gtin],
    ['sscc', scan.sscc],
    ['lot', scan.lot],
    ['serial', scan.serial],
    ['expiry', scan.expiry],
    ['best-before', scan.bestBefore],
    ['made', scan.productionDate],
    ['count', scan.count],
    ['catalogue', scan.catalogueNumber],
  ]);
}

/** Never empty: what cannot be taken apart is shown whole. */
export function codeParts(scan: Scan, text: string): readonly CodePart[] {
  const whole: CodePart[] = [{ name: 'text', value: visible(text) }];
  switch (scan.kind) {
    case 'own':
      return [{ name: 'label', value: formatOwnCode(scan.code) }];
    case 'gtin':
      return present([
        ['gtin', scan.gtin],
        ['isbn', scan.isbn],
      ]);
    case 'gs1': {
      const parts = partsOfGs1(scan);
      return parts.length > 0 ? parts : whole;
    }
    case 'hibc': {
      const { labeller, catalogueNumber, lot, serial, expiry } = scan;
      const parts = present([
        ['labeller', labeller],
        ['catalogue', catalogueNumber],
        ['lot', lot],
        ['serial', serial],
        ['expiry', expiry],
      ]);
      return parts.length > 0 ? parts : whole;
    }
    case 'ambiguous': {
      const [first, ...others] = scan.readings.map((reading) => codeParts(reading, text));
      const shared = (first ?? []).filter((part) =>
        others.every((parts) => parts.some(({ name, value }) => name === part.name && value === part.value)),
      );
      return [...shared, ...whole];
    }
    case 'raw':
    case 'unreadable':
      return whole;
  }
}
