/**
 * The fold: a balance is a pure function of the *set* of entries of its bucket (SPEC L1–L3). Written once; the
 * server, the replica and `verify` use it.
 *
 *   balance = last count + every movement after it; without a count, every movement.
 *
 * "Last" and "after" go by (eff, op id), so the answer does not depend on the order of arrival, and a movement
 * that arrives late but happened before the count changes nothing but the count's variance.
 */
import { type LedgerEntry, type Place, isCount, isVirtual } from './model.ts';

/** A point in the order of the ledger. */
export interface At {
  readonly eff: string;
  readonly op: string;
}

export const compareAt = (a: At, b: At): number =>
  a.eff < b.eff ? -1 : a.eff > b.eff ? 1 : a.op < b.op ? -1 : a.op > b.op ? 1 : 0;

/** What one op does to one bucket: the signed sum of its movements there, or what it counted. */
export interface BucketEntry extends At {
  readonly counted: boolean;
  readonly qty: number;
}

export interface BucketState {
  readonly qty: number;
  /** The count in force, or null when the bucket was never counted. */
  readonly count: At | null;
}

export const emptyBucket: BucketState = { qty: 0, count: null };

export const isAfterCount = (state: BucketState, at: At): boolean =>
  state.count === null || compareAt(at, state.count) > 0;

export function foldBucket(entries: Iterable<BucketEntry>): BucketState {
  const all = [...entries].sort(compareAt);
  let state = emptyBucket;
  for (const entry of all) {
    state = entry.counted
      ? { qty: entry.qty, count: { eff: entry.eff, op: entry.op } }
      : { ...state, qty: state.qty + entry.qty };
  }
  return state;
}

/**
 * One more entry without reading the ledger again. A new count needs the movements after it, which `laterSum`
 * gives: the signed sum of the movements of the bucket after that point, asked only then.
 */
export function addEntry(state: BucketState, entry: BucketEntry, laterSum: () => number): BucketState {
  if (!isAfterCount(state, entry)) return state;
  if (!entry.counted) return { ...state, qty: state.qty + entry.qty };
  return { qty: entry.qty + laterSum(), count: { eff: entry.eff, op: entry.op } };
}

/** What the entries of one op do to each real bucket, keyed as `bucketKey`. Virtual places hold no balance. */
export function bucketEffects(
  entries: readonly LedgerEntry[],
): Map<string, { what: string; place: Place; counted: boolean; qty: number }> {
  const effects = new Map<string, { what: string; place: Place; counted: boolean; qty: number }>();
  const add = (what: string, place: Place, qty: number, counted: boolean): void => {
    if (isVirtual(place)) return;
    const key = `${what}@${place}`;
    const held = effects.get(key);
    effects.set(key, { what, place, counted, qty: (held?.qty ?? 0) + qty });
  };
  for (const entry of entries) {
    if (isCount(entry)) add(entry.what, entry.place, entry.qty, true);
    else {
      add(entry.what, entry.from, -entry.qty, false);
      add(entry.what, entry.to, entry.qty, false);
    }
  }
  return effects;
}
