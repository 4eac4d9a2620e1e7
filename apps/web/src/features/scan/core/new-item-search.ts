/** What a scan of an unknown code tells the form for a new item: the key it will be known by, and the lot on the label. */
import { lookupKeys } from '@tidylab/domain/barcodes/lookup-keys';
import type { Replica } from '@tidylab/sync/replica/replica';
import { parseCode, type ScannedCode } from './read-code.ts';

/** The search params of /items/new; null when nothing in the code names a thing. */
export function newItemSearch(replica: Replica, code: ScannedCode, today: string): Record<string, string> | null {
  const scan = parseCode(replica, code, today);
  const [key] = lookupKeys(scan);
  if (key === undefined) return null;
  const read = scan.kind === 'gs1' || scan.kind === 'hibc' ? scan : undefined;
  const fields = { key, lot: read?.lot, expiry: read?.expiry, catalogue: read?.catalogueNumber };
  const present = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return Object.fromEntries(present);
}
