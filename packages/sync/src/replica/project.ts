/**
 * What own ops that the base does not hold yet do to it: the parts to lay over it (SPEC V5–V8). The fold is the
 * ledger's own; accepted movements are read from the base only behind an own pending count.
 */
import {
  addEntry,
  type BucketEntry,
  type BucketState,
  bucketEffects,
  compareAt,
  emptyBucket,
  foldBucket,
} from '@tidylab/domain/ledger/fold';
import {
  bucketKey,
  type LedgerEntry,
  type Posting,
  type PostingKind,
  type VoidBody,
} from '@tidylab/domain/ledger/model';
import type { BalanceValue } from '../protocol/kinds.ts';
import type { Part } from '../protocol/messages.ts';
import { type OwnOp, ownEff } from './coverage.ts';
import { projectRecords } from './project-records.ts';

/** What the projection reads of the base. */
export interface BaseReader {
  get(kind: string, key: string): unknown;
  /** Postings of a bucket that the base holds. */
  postingsOf(bucket: string): Iterable<Posting>;
  /** True when the base holds every posting of the lab, not a window of them. */
  readonly complete: boolean;
  /** Highest eff of the postings that are not here; null or absent: none is missing. */
  readonly windowEff?: string | null;
}

/** A balance with own changes in it. `approximate`: shown with ≈ until the base covers it. */
export interface ProjectedBalance extends BalanceValue {
  readonly approximate?: boolean;
}

export function projectOwn(own: readonly OwnOp[], base: BaseReader): Part[] {
  const parts: Part[] = projectRecords(own, base);
  const voids = new Map<string, string>();
  for (const { op } of own) {
    if (op.type !== 'void-posting') continue;
    const { target } = op.body as VoidBody;
    if (!voids.has(target.op)) voids.set(target.op, op.id);
  }
  const postings: Posting[] = [];
  for (const row of own) {
    if (row.op.type.startsWith('post-')) postings.push(toPosting(row, voids.get(row.op.id) ?? null));
  }
  for (const posting of postings) parts.push({ kind: 'posting', key: posting.id, value: posting });
  const reversals = projectVoids(voids, postings, base, parts);
  projectBalances(postings, reversals, base, parts);
  return parts;
}

function toPosting(row: OwnOp, voidedBy: string | null): Posting {
  const { op } = row;
  const body = op.body as { entries: readonly LedgerEntry[]; reason?: string; note?: string; via?: string };
  return {
    id: op.id,
    kind: op.type.slice('post-'.length) as PostingKind,
    entries: body.entries,
    eff: ownEff(row),
    user: op.user,
    dev: op.dev,
    reason: body.reason,
    note: body.note,
    via: body.via,
    voidedBy,
  };
}

/**
 * Postings of the base that own voids take back, as the base holds them: the void's copy is checked by the server
 * and not believed here. A void of a posting that is not here yet shows when that arrives.
 */
function projectVoids(
  voids: ReadonlyMap<string, string>,
  pending: readonly Posting[],
  base: BaseReader,
  parts: Part[],
): Posting[] {
  const own = new Set(pending.map((posting) => posting.id));
  const reversals: Posting[] = [];
  for (const [target, by] of voids) {
    if (own.has(target)) continue;
    const held = base.get('posting', target) as Posting | undefined;
    if (!held || held.voidedBy !== null) continue;
    reversals.push(held);
    parts.push({ kind: 'posting', key: target, value: { ...held, voidedBy: by } });
  }
  return reversals;
}

interface BucketWork {
  readonly what: string;
  readonly place: string;
  readonly events: BucketEntry[];
  /** Postings of the base that an own op voids. */
  readonly voided: Set<string>;
  countVoided: boolean;
}

function projectBalances(
  postings: readonly Posting[],
  reversals: readonly Posting[],
  base: BaseReader,
  parts: Part[],
): void {
  const buckets = new Map<string, BucketWork>();
  const work = (what: string, place: string): BucketWork => {
    const key = bucketKey(what, place);
    const held = buckets.get(key) ?? { what, place, events: [], voided: new Set<string>(), countVoided: false };
    buckets.set(key, held);
    return held;
  };
  for (const posting of postings) {
    if (posting.voidedBy !== null) continue;
    for (const effect of bucketEffects(posting.entries).values()) {
      const { counted, qty } = effect;
      work(effect.what, effect.place).events.push({ eff: posting.eff, op: posting.id, counted, qty });
    }
  }
  for (const target of reversals) {
    for (const effect of bucketEffects(target.entries).values()) {
      const bucket = work(effect.what, effect.place);
      bucket.voided.add(target.id);
      if (effect.counted) bucket.countVoided = true;
      else bucket.events.push({ eff: target.eff, op: target.id, counted: false, qty: -effect.qty });
    }
  }
  for (const [key, bucket] of buckets) parts.push({ kind: 'balance', key, value: projectBucket(key, bucket, base) });
}

function projectBucket(key: string, bucket: BucketWork, base: BaseReader): ProjectedBalance {
  const held = base.get('balance', key) as BalanceValue | undefined;
  const { what, place } = bucket;
  if (bucket.countVoided) {
    const accepted = acceptedEntries(key, base).filter((entry) => !bucket.voided.has(entry.op));
    const state = foldBucket([...accepted, ...bucket.events.filter((event) => !bucket.voided.has(event.op))]);
    return { what, place, qty: state.qty, count: state.count, approximate: !base.complete };
  }
  let state: BucketState = held ? { qty: held.qty, count: held.count } : emptyBucket;
  for (const event of [...bucket.events].sort(compareAt)) {
    // What an own op voids is among the accepted here: its reversal is an event of its own.
    state = addEntry(state, event, () => acceptedAfter(event, acceptedEntries(key, base)));
  }
  // Movements after a count that lies before the window may be among those that are not here.
  const approximate = bucket.events.some((event) => event.counted && event.eff < (base.windowEff ?? ''));
  return { what, place, qty: state.qty, count: state.count, ...(approximate ? { approximate } : {}) };
}

function acceptedEntries(key: string, base: BaseReader): BucketEntry[] {
  const entries: BucketEntry[] = [];
  for (const posting of base.postingsOf(key)) {
    if (posting.voidedBy !== null) continue;
    const effect = bucketEffects(posting.entries).get(key);
    if (effect) entries.push({ eff: posting.eff, op: posting.id, counted: effect.counted, qty: effect.qty });
  }
  return entries;
}

const acceptedAfter = (count: BucketEntry, entries: readonly BucketEntry[]): number =>
  entries.reduce((sum, entry) => (!entry.counted && compareAt(entry, count) > 0 ? sum + entry.qty : sum), 0);
