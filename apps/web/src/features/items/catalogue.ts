/**
 * Every item with its stock, as the list shows it. Made in one pass over the balances; the folded text of a record is
 * kept for as long as the record is the same object, so a change of one item costs one item's text.
 */
import type { Item, RecordOf } from '@tidylab/domain/records';
import { units } from '@tidylab/domain/units/units';
import type { BalanceValue } from '@tidylab/sync/protocol/kinds';
import type { Replica } from '@tidylab/sync/replica/replica';
import { foldText } from '../../ui/data-grid/search-text.ts';
import { type SearchEntry, searchEntry } from './search.ts';

export interface ItemRow {
  readonly id: string;
  readonly item: Item;
  readonly search: SearchEntry;
  /** Base units in all. */
  readonly qty: number;
  /** Own changes are in `qty` that the server does not have yet, or the item itself is one. */
  readonly own: boolean;
  /** Buckets that hold some. */
  readonly places: number;
  /** The earliest expiry of a lot that is there, YYYY-MM-DD. */
  readonly nextExpiry: string | null;
}

interface Sum {
  qty: number;
  own: boolean;
  places: number;
  nextExpiry: string | null;
}

type ItemRecord = RecordOf<'item'>;

type LotRecord = RecordOf<'lot'>;

const texts = new WeakMap<ItemRecord, { lots: readonly LotRecord[]; entry: SearchEntry }>();

const sameLots = (replica: Replica, ids: ReadonlySet<string>, held: readonly LotRecord[]): boolean => {
  if (ids.size !== held.length) return false;
  let at = 0;
  for (const id of ids) if (replica.record('lot', id) !== held[at++]) return false;
  return true;
};

function entryOf(replica: Replica, id: string, record: ItemRecord): SearchEntry {
  const ids = replica.keys('lotsByItem', id);
  const held = texts.get(record);
  if (held && sameLots(replica, ids, held.lots)) return held.entry;
  const lots = [...ids].flatMap((lotId) => replica.record('lot', lotId) ?? []);
  const entry = searchEntry(record.fields, lots.map((lot) => lot.fields.lotNumber));
  texts.set(record, { lots, entry });
  return entry;
}

function sumsByItem(replica: Replica): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  const lots = replica.records('lot');
  const anyOwn = replica.overlaid.length > 0;
  for (const [key, value] of replica.all('balance')) {
    const balance = value as BalanceValue;
    const lot = lots.get(balance.what)?.fields;
    if (!lot) continue;
    let sum = sums.get(lot.itemId);
    if (!sum) sums.set(lot.itemId, (sum = { qty: 0, own: false, places: 0, nextExpiry: null }));
    sum.qty += balance.qty;
    if (anyOwn && !sum.own && replica.isOwn('balance', key)) sum.own = true;
    if (balance.qty === 0) continue;
    sum.places++;
    if (balance.qty > 0 && lot.expiry !== null && (sum.nextExpiry === null || lot.expiry < sum.nextExpiry)) sum.nextExpiry = lot.expiry;
  }
  return sums;
}

const built = new WeakMap<Replica, { version: number; rows: readonly ItemRow[] }>();

/** By name. Deleted items are left out. The same array for the same state of the replica. */
export function catalogueOf(replica: Replica): readonly ItemRow[] {
  const held = built.get(replica);
  if (held?.version === replica.version) return held.rows;
  const sums = sumsByItem(replica);
  const anyOwn = replica.overlaid.length > 0;
  const rows: ItemRow[] = [];
  for (const [id, record] of inLastOrder(replica.records('item'), held?.rows ?? [])) {
    const sum = sums.get(id);
    rows.push({
      id,
      item: record.fields,
      search: entryOf(replica, id, record),
      qty: sum?.qty ?? 0,
      own: sum?.own === true || (anyOwn && replica.isOwn('item', id)),
      places: sum?.places ?? 0,
      nextExpiry: sum?.nextExpiry ?? null,
    });
  }
  rows.sort(byName);
  built.set(replica, { version: replica.version, rows });
  return rows;
}

/** The items that are not deleted, in the order of the last list, new ones behind: sorting what is nearly sorted is cheap. */
function* inLastOrder(items: ReadonlyMap<string, ItemRecord>, last: readonly ItemRow[]): Iterable<readonly [string, ItemRecord]> {
  const seen = new Set<string>();
  for (const { id } of last) {
    const record = items.get(id);
    if (!record || record.deletedAt !== null) continue;
    seen.add(id);
    yield [id, record];
  }
  if (seen.size === items.size) return;
  for (const [id, record] of items) if (record.deletedAt === null && !seen.has(id)) yield [id, record];
}

export function byName(a: ItemRow, b: ItemRow): number {
  return a.search.name < b.search.name ? -1 : a.search.name > b.search.name ? 1 : a.id < b.id ? -1 : 1;
}

/** Amounts of one dimension by size; grams are never compared with litres. */
export function byStock(a: ItemRow, b: ItemRow): number {
  const left = units[a.item.stockUnit].dimension;
  const right = units[b.item.stockUnit].dimension;
  return left === right ? a.qty - b.qty : left < right ? -1 : 1;
}

/** Earliest first; what does not expire comes last. */
export const byExpiry = (a: ItemRow, b: ItemRow): number =>
  (a.nextExpiry ?? '9999-12-31') < (b.nextExpiry ?? '9999-12-31') ? -1 : (a.nextExpiry ?? '9999-12-31') > (b.nextExpiry ?? '9999-12-31') ? 1 : 0;

/** The categories in use, in order. */
export function categoriesOf(rows: readonly ItemRow[]): readonly string[] {
  const names = new Set<string>();
  for (const { item } of rows) if (item.category !== '') names.add(item.category);
  return [...names].sort((a, b) => (foldText(a) < foldText(b) ? -1 : 1));
}
