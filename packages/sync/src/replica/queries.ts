/** Reads that several screens share: what a scan means, where an item stands, how much there is in all. */
import { bucketKey, containerPlace, locationPlace, type Posting } from '@tidylab/domain/ledger/model';
import type { Container, Item, Location, Lot } from '@tidylab/domain/records';
import type { ProjectedBalance } from './project.ts';
import type { Replica } from './replica.ts';

export interface Target {
  readonly kind: 'item' | 'lot' | 'container' | 'location';
  readonly id: string;
  /** Base units in what carries the code, when the code says so. */
  readonly packQty: number | null;
}

/** Everything the keys of a scan mean; the first key that means something decides. More than one: ask. */
export function targetsOf(replica: Replica, keys: readonly string[]): Target[] {
  for (const key of keys) {
    const targets: Target[] = [];
    for (const id of replica.keys('barcodesByKey', key)) {
      const barcode = replica.record('barcode', id);
      if (!barcode || barcode.deletedAt !== null) continue;
      const { targetKind, targetId, packQty } = barcode.fields;
      if (!targets.some((target) => target.id === targetId)) targets.push({ kind: targetKind, id: targetId, packQty });
    }
    if (targets.length > 0) return targets;
  }
  return [];
}

export interface Stock {
  readonly balance: ProjectedBalance;
  readonly lotId: string;
  /** Where it stands: the container's location, or the location itself. */
  readonly locationId: string | null;
  readonly containerId: string | null;
}

function stockOf(replica: Replica, balance: ProjectedBalance): Stock {
  const id = balance.place.slice(2);
  const inContainer = balance.place.startsWith('c:');
  const locationId = inContainer ? (replica.record('container', id)?.fields.locationId ?? null) : id;
  return { balance, lotId: balance.what, locationId, containerId: inContainer ? id : null };
}

/** Where a lot stands, buckets of zero left out unless something is waiting there. */
export function stockOfLot(replica: Replica, lotId: string): Stock[] {
  const stock: Stock[] = [];
  for (const key of replica.keys('balancesByWhat', lotId)) {
    const balance = replica.balance(key);
    if (balance && (balance.qty !== 0 || replica.isOwn('balance', key))) stock.push(stockOf(replica, balance));
  }
  return stock;
}

export function stockOfItem(replica: Replica, itemId: string): Stock[] {
  return [...replica.keys('lotsByItem', itemId)].flatMap((lotId) => stockOfLot(replica, lotId));
}

/** All that stands at a location itself: loose lots, and the contents of containers that stand there. */
export function stockAt(replica: Replica, locationId: string): Stock[] {
  const places = [
    locationPlace(locationId),
    ...[...replica.keys('containersByLocation', locationId)].map(containerPlace),
  ];
  return places.flatMap((place) =>
    [...replica.keys('balancesByPlace', place)].flatMap((key) => {
      const balance = replica.balance(key);
      return balance && (balance.qty !== 0 || replica.isOwn('balance', key)) ? [stockOf(replica, balance)] : [];
    }),
  );
}

export const totalOf = (stock: readonly Stock[]): number => stock.reduce((sum, { balance }) => sum + balance.qty, 0);

export const balanceOfContainer = (replica: Replica, container: Container, id: string): ProjectedBalance | undefined =>
  replica.balance(bucketKey(container.lotId, containerPlace(id)));

/** From the root to the location itself. Ends at a missing parent or a repeated one. */
export function pathOf(replica: Replica, locationId: string | null): { id: string; location: Location }[] {
  const path: { id: string; location: Location }[] = [];
  const seen = new Set<string>();
  for (let id = locationId; id !== null && !seen.has(id); ) {
    const location = replica.record('location', id);
    if (!location) break;
    seen.add(id);
    path.unshift({ id, location: location.fields });
    id = location.fields.parentId;
  }
  return path;
}

/** Postings that touch a lot, newest first. */
export const postingsOfWhat = (replica: Replica, what: string): Posting[] =>
  postingsOf(replica, replica.keys('postingsByWhat', what));

export const postingsOfPlace = (replica: Replica, place: string): Posting[] =>
  postingsOf(replica, replica.keys('postingsByPlace', place));

export function postingsOfItem(replica: Replica, itemId: string): Posting[] {
  const ids = new Set<string>();
  for (const lotId of replica.keys('lotsByItem', itemId)) {
    for (const id of replica.keys('postingsByWhat', lotId)) ids.add(id);
  }
  return postingsOf(replica, ids);
}

const postingsOf = (replica: Replica, ids: ReadonlySet<string>): Posting[] =>
  newestFirst([...ids].flatMap((id) => replica.posting(id) ?? []));

/** The newest postings of all. */
export function recentPostings(replica: Replica, max: number): Posting[] {
  return newestFirst([...(replica.all('posting') as ReadonlyMap<string, Posting>).values()]).slice(0, max);
}

const newestFirst = (postings: Posting[]): Posting[] =>
  postings.sort((a, b) => (a.eff > b.eff ? -1 : a.eff < b.eff ? 1 : a.id > b.id ? -1 : 1));

/** The item behind a lot. */
export function itemOfLot(replica: Replica, lotId: string): { id: string; item: Item; lot: Lot } | undefined {
  const lot = replica.record('lot', lotId)?.fields;
  const item = lot ? replica.record('item', lot.itemId)?.fields : undefined;
  return lot && item ? { id: lot.itemId, item, lot } : undefined;
}
