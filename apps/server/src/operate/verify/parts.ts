/** What snapshots are made of is what the feed told last; on the way, what devices hold of balances and reviews. */
import type { Db } from '../../db/copies.ts';
import type { LastTold } from './feed.ts';
import type { Differs } from './report.ts';

export interface Held {
  /** bucketKey → `qty|eff|op`. */
  readonly balances: Map<string, string>;
  /** Keys of the reviews that are open. */
  readonly reviews: Set<string>;
}

interface Balance {
  readonly qty: number;
  readonly count: { readonly eff: string; readonly op: string } | null;
}

export const balanceText = ({ qty, count }: Balance): string => `${qty}|${count?.eff ?? ''}|${count?.op ?? ''}`;

interface PartRow {
  readonly kind: string;
  readonly key: string;
  readonly seq: number;
  /** Read only where it is looked at. */
  readonly value: string | null;
}

/** @param told is used up. */
export function verifyParts(db: Db, told: LastTold, differs: Differs): Held {
  const held: Held = { balances: new Map(), reviews: new Set() };
  const floor = db.prepare('SELECT floor FROM lab').pluck().get() as number;
  const rows = db
    .prepare(
      "SELECT kind, key, seq, CASE kind WHEN 'balance' THEN value END AS value FROM part WHERE kind <> 'posting'",
    )
    .iterate();
  for (const { kind, key, seq, value } of rows as IterableIterator<PartRow>) {
    const name = `${kind} ${key}`;
    const last = told.get(name);
    told.delete(name);
    if (last === undefined ? seq >= floor : last !== seq)
      differs({
        kind: 'feed',
        text: `${name}: snapshots have it as of seq ${seq}, the feed as of ${last ?? 'no row'}`,
      });
    if (kind === 'balance') held.balances.set(key, balanceText(JSON.parse(value ?? 'null') as Balance));
    else if (kind === 'review') held.reviews.add(key);
  }
  for (const [name, seq] of told)
    if (seq > 0) differs({ kind: 'feed', text: `${name}: the feed tells it at seq ${seq}, snapshots lack it` });
  return held;
}
