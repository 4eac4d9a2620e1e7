/**
 * The keys under which the barcode index of the replica knows a scan, best first:
 * `own:XXXXXXXXXXXX`, `gtin:` and 14 digits, `hibc:` and the product key, `raw:` and the text.
 */
import type { Gs1Reading } from './gs1/reading.ts';
import { aiSpec } from './gs1/ai-table.ts';
import { MAX_RAW_LENGTH, type Scan } from './parse-scan.ts';

/** Things that carry a GS1 key but no GTIN (assets, containers, logistic units) are known by that key as plain text. */
const gs1Keys = (reading: Gs1Reading): readonly string[] => {
  if (reading.gtin !== undefined) return [`gtin:${reading.gtin}`];
  const keys = reading.elements.filter((element) => aiSpec(element.ai)?.isKey);
  return keys.map((element) => `raw:${element.ai}${element.value}`.slice(0, MAX_RAW_LENGTH));
};

/** For an ambiguous scan: the keys that all its readings share, so that the item is known even when the lot is not. */
export const lookupKeys = (scan: Scan): readonly string[] => {
  switch (scan.kind) {
    case 'own':
      return scan.text === undefined ? [`own:${scan.code}`] : [`own:${scan.code}`, `raw:${scan.text}`];
    case 'gs1':
      return gs1Keys(scan);
    case 'gtin':
      return [`gtin:${scan.gtin}`];
    case 'hibc':
      return scan.product === undefined ? [] : [`hibc:${scan.product}`];
    case 'raw':
      return [`raw:${scan.text}`];
    case 'ambiguous': {
      const [first = [], ...others] = scan.readings.map((reading) => lookupKeys(reading));
      return first.filter((key) => others.every((keys) => keys.includes(key)));
    }
    case 'unreadable':
      return [];
  }
};
