/**
 * Every item with its stock, as the list shows it. Kept from one state of the replica to the next: only the items
 * whose record, lots or balances changed are made again.
 */
import type { Item, RecordOf } from '@tidylab/domain/records';
import { units } from '@tidylab/domain/units/units';
import type { BalanceValue } from '@tidylab/sync/protocol/kinds';
import type { Replica } from '@tidylab/sync/replica/replica';
import { foldText } from '../../ui/data-grid/search-text.ts';
import { Watched } from './changes.ts';
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

interface Catalogue {
  readonly items: Watched<RecordOf<'item'>>;
  readonly lots: Watched<RecordOf<'lot'>>;
  readonly balances: Watched<BalanceValue>;
  readonly byId: Map<string, ItemRow>;
  rows: readonly ItemRow[];
  version: number;
}

const catalogues = new WeakMap<Replica, Catalogue>();

/** By name. Deleted items are left out. The same array for the same state of the replica. */
export function catalogueOf(replica: Replica): readonly ItemRow[] {
  let catalogue = catalogues.get(replica);
  if (!catalogue) {
    catalogue = {
      items: new Watched(),
      lots: new Watched(),
      balances: new Watched(),
      byId: new Map(),
      rows: [],
      version: -1,
    };
    catalogues.set(replica, catalogue);
  }
  if (catalogue.version !== replica.version) update(catalogue, replica);
  return catalogue.rows;
}

/** The items whose row may differ; null: all of them. */
function touchedItems(catalogue: Catalogue, replica: Replica): ReadonlySet<string> | null {
  const items = catalogue.items.take(replica.records('item'));
  const lots = catalogue.lots.take(replica.records('lot'));
  const balances = catalogue.balances.take(replica.all('balance') as ReadonlyMap<string, BalanceValue>);
  if (!items || !lots || !balances) return null;
  const touched = new Set(items.keys());
  for (const lot of lots.values()) touched.add(lot.fields.itemId);
  for (const balance of balances.values()) {
    const itemId = replica.record('lot', balance.what)?.fields.itemId;
    if (itemId !== undefined) touched.add(itemId);
  }
  return touched;
}

function update(catalogue: Catalogue, replica: Replica): void {
  const touched = touchedItems(catalogue, replica);
  const { byId } = catalogue;
  if (touched === null) byId.clear();
  let reordered = touched === null;
  for (const id of touched ?? replica.records('item').keys()) {
    const record = replica.record('item', id);
    const before = byId.get(id);
    if (!record || record.deletedAt !== null) {
      byId.delete(id);
      reordered ||= before !== undefined;
      continue;
    }
    const row = rowOf(replica, id, record.fields);
    byId.set(id, row);
    reordered ||= before?.search.name !== row.search.name;
  }
  // In the order of the last list, so that sorting it again is cheap.
  const known = touched === null ? [] : catalogue.rows.flatMap(({ id }) => byId.get(id) ?? []);
  catalogue.rows = reordered ? withNew(known, byId).sort(byName) : known;
  catalogue.version = replica.version;
}

function withNew(known: ItemRow[], byId: ReadonlyMap<string, ItemRow>): ItemRow[] {
  if (known.length === byId.size) return known;
  const seen = new Set(known.map(({ id }) => id));
  for (const [id, row] of byId) if (!seen.has(id)) known.push(row);
  return known;
}

function rowOf(replica: Replica, id: string, item: Item): ItemRow {
  const lotNumbers: string[] = [];
  let qty = 0;
  const anyOwn = replica.overlaid.length > 0;
  let own = anyOwn && replica.isOwn('item', id);
  let places = 0;
  let nextExpiry: string | null = null;
  for (const lotId of replica.keys('lotsByItem', id)) {
    const lot = replica.record('lot', lotId)?.fields;
    if (!lot) continue;
    lotNumbers.push(lot.lotNumber);
    for (const key of replica.keys('balancesByWhat', lotId)) {
      const amount = replica.balance(key)?.qty ?? 0;
      own ||= anyOwn && replica.isOwn('balance', key);
      qty += amount;
      if (amount !== 0) places++;
      if (amount > 0 && lot.expiry !== null && (nextExpiry === null || lot.expiry < nextExpiry))
        nextExpiry = lot.expiry;
    }
  }
  return { id, item, search: searchEntry(item, lotNumbers), qty, own, places, nextExpiry };
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
  (a.nextExpiry ?? '9999-12-31') < (b.nextExpiry ?? '9999-12-31')
    ? -1
    : (a.nextExpiry ?? '9999-12-31') > (b.nextExpiry ?? '9999-12-31')
      ? 1
      : 0;

/** The categories in use, in order. */
export function categoriesOf(rows: readonly ItemRow[]): readonly string[] {
  const names = new Set<string>();
  for (const { item } of rows) if (item.category !== '') names.add(item.category);
  return [...names].sort((a, b) => (foldText(a) < foldText(b) ? -1 : 1));
}
