/**
 * How a balance came about, from the movements this device holds: the last count, everything after it, and their sum.
 * The balance is the truth and the sum is compared with it; what the held movements do not account for (they are
 * older than this device's window) is one line of its own, so that the arithmetic always adds up.
 */
import { type At, bucketEffects, compareAt } from '@tidylab/domain/ledger/fold';
import type { Posting } from '@tidylab/domain/ledger/model';
import { isCovered } from '@tidylab/sync/replica/coverage';
import type { Replica } from '@tidylab/sync/replica/replica';

export interface ExplainStep {
  readonly posting: Posting;
  /** Base units, signed. */
  readonly qty: number;
  /** An own change that the server's number does not hold yet. */
  readonly own: boolean;
}

export interface Explanation {
  readonly qty: number;
  readonly approximate: boolean;
  /** The count in force and what it counted; null: never counted, the sum starts at zero. */
  readonly count: {
    readonly posting: Posting | null;
    readonly at: At;
    readonly qty: number;
    readonly own: boolean;
  } | null;
  /** After the count, oldest first. */
  readonly steps: readonly ExplainStep[];
  /** What movements that this device does not hold add up to; 0 when it holds all. */
  readonly earlier: number;
  /** What the server said at its last exchange, when that differs from `qty`; null: it has no such balance yet. */
  readonly server: { readonly qty: number | null } | null;
}

interface Held {
  readonly posting: Posting;
  readonly counted: boolean;
  readonly qty: number;
}

const at = (posting: Posting): At => ({ eff: posting.eff, op: posting.id });

/** What the postings of a bucket do to it, oldest first, voided ones left out. */
function heldEntries(replica: Replica, bucket: string): Held[] {
  const held: Held[] = [];
  for (const id of replica.keys('postingsByBucket', bucket)) {
    const posting = replica.posting(id);
    if (!posting || posting.voidedBy !== null) continue;
    const effect = bucketEffects(posting.entries).get(bucket);
    if (effect) held.push({ posting, counted: effect.counted, qty: effect.qty });
  }
  return held.sort((a, b) => compareAt(at(a.posting), at(b.posting)));
}

/** The ids of own ops that the base does not hold yet. */
export const ownPostings = (replica: Replica): ReadonlySet<string> => new Set(replica.overlaid.map(({ op }) => op.id));

export function explainBucket(replica: Replica, bucket: string): Explanation {
  const balance = replica.balance(bucket);
  const qty = balance?.qty ?? 0;
  const own = ownPostings(replica);
  const held = heldEntries(replica, bucket);
  const countAt = balance?.count ?? null;
  const counted = countAt ? (held.find((entry) => entry.counted && entry.posting.id === countAt.op) ?? null) : null;
  const later = held.filter(
    (entry) => !entry.counted && (countAt === null || compareAt(at(entry.posting), countAt) > 0),
  );
  const steps = later.map(({ posting, qty: change }) => ({ posting, qty: change, own: own.has(posting.id) }));
  const moved = steps.reduce((sum, step) => sum + step.qty, 0);
  // Without the count's own posting its quantity is what is left when everything after it is taken away.
  const start = countAt === null ? 0 : (counted?.qty ?? qty - moved);
  return {
    qty,
    approximate: balance?.approximate ?? false,
    count:
      countAt === null
        ? null
        : { posting: counted?.posting ?? null, at: countAt, qty: start, own: own.has(countAt.op) },
    steps,
    earlier: qty - start - moved,
    server: serverOf(replica, bucket, qty),
  };
}

function serverOf(replica: Replica, bucket: string, qty: number): Explanation['server'] {
  if (!replica.isOwn('balance', bucket)) return null;
  const said = replica.baseBalance(bucket)?.qty ?? null;
  return said === qty ? null : { qty: said };
}

/** Own changes that make a quantity here differ from the server's, by what they are. */
export interface OwnChanges {
  readonly uses: number;
  /** Everything else: receipts, moves, counts, adjustments, undone postings. */
  readonly others: number;
  /** Of them, those already on their way: sent, and not in the server's number yet. */
  readonly sent: number;
}

export function ownChangesOf(replica: Replica, buckets: Iterable<string>): OwnChanges {
  const wanted = new Set(buckets);
  let uses = 0;
  let others = 0;
  let sent = 0;
  for (const row of replica.overlaid) {
    const { op } = row;
    const isVoid = op.type === 'void-posting';
    if (!isVoid && !op.type.startsWith('post-')) continue;
    const posting = isVoid ? replica.posting(voidedId(op.body)) : replica.posting(op.id);
    if (!posting || (!isVoid && posting.voidedBy !== null)) continue;
    if (![...bucketEffects(posting.entries).keys()].some((key) => wanted.has(key))) continue;
    if (isVoid && replica.overlaid.some((other) => other.op.id === posting.id)) continue;
    if (posting.kind === 'consume' && !isVoid) uses++;
    else others++;
    if (row.result !== null && !isCovered(row, replica.position)) sent++;
  }
  return { uses, others, sent };
}

function voidedId(body: Readonly<Record<string, unknown>>): string {
  const target = body['target'];
  return typeof target === 'object' && target !== null && 'op' in target && typeof target.op === 'string'
    ? target.op
    : '';
}
