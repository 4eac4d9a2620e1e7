/**
 * The replica's memory: every part by kind and key, and the indexes that screens need. One `put` keeps them together,
 * so an index cannot disagree with what it indexes. Unknown kinds are kept, unread.
 */
import type { Posting } from '@tidylab/domain/ledger/model';
import { bucketEffects } from '@tidylab/domain/ledger/fold';
import type { Barcode, Container, Location, Lot, RecordOf } from '@tidylab/domain/records';
import type { BalanceValue } from '../protocol/kinds.ts';

type Keys = Set<string>;

/** Index name → index key → part keys. */
const indexers: Record<string, (value: never, key: string) => readonly (readonly [index: string, key: string])[]> = {
  lot: (lot: RecordOf<'lot'>) => [['lotsByItem', (lot.fields as Lot).itemId]],
  container: (container: RecordOf<'container'>) => {
    const { lotId, locationId } = container.fields as Container;
    const entries: (readonly [string, string])[] = [['containersByLot', lotId]];
    if (locationId !== null) entries.push(['containersByLocation', locationId]);
    return entries;
  },
  location: (location: RecordOf<'location'>) => [['locationsByParent', (location.fields as Location).parentId ?? '']],
  barcode: (barcode: RecordOf<'barcode'>) => [
    ['barcodesByKey', (barcode.fields as Barcode).key],
    ['barcodesByTarget', (barcode.fields as Barcode).targetId],
  ],
  balance: (balance: BalanceValue) => [
    ['balancesByWhat', balance.what],
    ['balancesByPlace', balance.place],
  ],
  posting: (posting: Posting) => {
    const entries: (readonly [string, string])[] = [];
    for (const [key, effect] of bucketEffects(posting.entries)) {
      entries.push(['postingsByBucket', key], ['postingsByWhat', effect.what], ['postingsByPlace', effect.place]);
    }
    return entries;
  },
};

export type IndexName =
  | 'lotsByItem'
  | 'containersByLot'
  | 'containersByLocation'
  | 'locationsByParent'
  | 'barcodesByKey'
  | 'barcodesByTarget'
  | 'balancesByWhat'
  | 'balancesByPlace'
  | 'postingsByBucket'
  | 'postingsByWhat'
  | 'postingsByPlace';

const none: ReadonlySet<string> = new Set();
const noParts: ReadonlyMap<string, unknown> = new Map();

export class ReplicaState {
  readonly #kinds = new Map<string, Map<string, unknown>>();
  readonly #indexes = new Map<string, Map<string, Keys>>();

  get(kind: string, key: string): unknown {
    return this.#kinds.get(kind)?.get(key);
  }

  all(kind: string): ReadonlyMap<string, unknown> {
    return this.#kinds.get(kind) ?? noParts;
  }

  kinds(): string[] {
    return [...this.#kinds.keys()];
  }

  index(name: IndexName, key: string): ReadonlySet<string> {
    return this.#indexes.get(name)?.get(key) ?? none;
  }

  /** `undefined` or null takes the part away. */
  put(kind: string, key: string, value: unknown): void {
    let parts = this.#kinds.get(kind);
    if (!parts) this.#kinds.set(kind, (parts = new Map()));
    const old = parts.get(key);
    const gone = value === undefined || value === null;
    const before = old === undefined ? [] : this.#entries(kind, key, old);
    const after = gone ? [] : this.#entries(kind, key, value);
    if (gone) parts.delete(key);
    else parts.set(key, value);
    // What stays in an index keeps its place there, so that lists do not jump when an overlay comes or goes.
    for (const [index, at] of before) {
      if (!after.some(([i, a]) => i === index && a === at)) this.#indexes.get(index)?.get(at)?.delete(key);
    }
    for (const [index, at] of after) this.#keys(index, at).add(key);
  }

  #entries(kind: string, key: string, value: unknown): readonly (readonly [string, string])[] {
    return indexers[kind]?.(value as never, key) ?? [];
  }

  #keys(index: string, at: string): Keys {
    let byKey = this.#indexes.get(index);
    if (!byKey) this.#indexes.set(index, (byKey = new Map()));
    let keys = byKey.get(at);
    if (!keys) byKey.set(at, (keys = new Set()));
    return keys;
  }
}
