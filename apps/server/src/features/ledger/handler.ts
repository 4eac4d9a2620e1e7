/**
 * Applies postings and voids (SPEC L1–L9). A posting's target of an earlier void, or a void's target that is not here
 * yet, is settled by the fact id alone: whichever comes second finds the other.
 */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { decidePosting, decideVoid, voidFact } from '@tidylab/domain/ledger/decide';
import {
  addEntry,
  type BucketEntry,
  type BucketState,
  bucketEffects,
  emptyBucket,
  foldBucket,
  isAfterCount,
} from '@tidylab/domain/ledger/fold';
import {
  bucketKey,
  type LedgerEntry,
  type Posting,
  type PostingKind,
  postingKinds,
  postingSchemas,
  voidSchema,
} from '@tidylab/domain/ledger/model';
import type { BalanceValue, ReviewValue } from '@tidylab/sync/protocol/kinds';
import type { Part } from '@tidylab/sync/protocol/messages';
import type { Op } from '@tidylab/sync/protocol/op';
import * as z from 'zod/mini';
import type { Effects, OpHandler } from '../../sync/handlers.ts';
import type { LedgerStore } from './port.ts';

/** Tells whether a fact is true already, and by which op. */
export type FactOwner = (fact: string) => string | undefined;

export function ledgerHandlers(store: LedgerStore, factOwner: FactOwner): [string, OpHandler][] {
  const postings = postingKinds.map((kind): [string, OpHandler] => [
    `post-${kind}@1`,
    { apply: (op, { eff }) => applyPosting(store, factOwner, kind, op, eff) },
  ]);
  return [...postings, ['void-posting@1', { apply: (op, { eff }) => applyVoid(store, op, eff) }]];
}

function applyPosting(
  store: LedgerStore,
  factOwner: FactOwner,
  kind: PostingKind,
  op: Op,
  eff: string,
): Result<Effects, RefusalCode> {
  const parsed = z.safeParse(postingSchemas[`post-${kind}`], op.body);
  if (!parsed.success) return refuse(quantityCode(op.body) ?? 'malformed', z.prettifyError(parsed.error));
  const body = parsed.data;
  const entries = body.entries as readonly LedgerEntry[];
  const verdict = decidePosting(kind, entries);
  if (!verdict.ok) return verdict;
  const voidedBy = factOwner(voidFact(op.id)) ?? null;
  const { reason, note, via } = body;
  const posting: Posting = { id: op.id, kind, entries, eff, user: op.user, dev: op.dev, reason, note, via, voidedBy };
  store.insertPosting(posting);
  const parts: Part[] = [{ kind: 'posting', key: op.id, value: posting }];
  for (const effect of bucketEffects(entries).values()) {
    const entry: BucketEntry = { eff, op: op.id, counted: effect.counted, qty: effect.qty };
    store.insertEntry(effect.what, effect.place, entry, voidedBy !== null);
    if (voidedBy !== null) continue;
    const before = store.balance(effect.what, effect.place) ?? emptyBucket;
    const after = addEntry(before, entry, () => store.sumAfter(effect.what, effect.place, entry));
    if (!Number.isSafeInteger(after.qty)) return refuse('quantity-out-of-range', bucketKey(effect.what, effect.place));
    parts.push(...settle(store, effect, before, after, { ...op, eff }));
  }
  return ok({ parts, facts: [] });
}

function applyVoid(store: LedgerStore, op: Op, eff: string): Result<Effects, RefusalCode> {
  const parsed = z.safeParse(voidSchema, op.body);
  if (!parsed.success) return refuse('malformed', z.prettifyError(parsed.error));
  const body = parsed.data;
  const target = store.posting(body.target.op);
  const verdict = decideVoid(body, target);
  if (!verdict.ok) return verdict;
  const fact: Part = { kind: 'fact', key: body.fact, value: { op: op.id } };
  if (!target) return ok({ parts: [fact], facts: [body.fact] });
  store.setVoided(target.id, op.id);
  const effects = [...bucketEffects(target.entries).values()];
  store.voidEntries(
    target.id,
    effects.map(({ what, place }) => ({ what, place, eff: target.eff })),
  );
  const parts: Part[] = [fact, { kind: 'posting', key: target.id, value: { ...target, voidedBy: op.id } }];
  for (const effect of effects) {
    const before = store.balance(effect.what, effect.place) ?? emptyBucket;
    const after = withoutEntry(store, before, { ...effect, eff: target.eff, op: target.id });
    if (!Number.isSafeInteger(after.qty)) return refuse('quantity-out-of-range', bucketKey(effect.what, effect.place));
    parts.push(...settle(store, effect, before, after, { ...op, eff }));
  }
  return ok({ parts, facts: [body.fact] });
}

/** The bucket without one of its entries: a count falls back to the one before it, which only the ledger knows. */
function withoutEntry(
  store: LedgerStore,
  before: BucketState,
  entry: BucketEntry & { what: string; place: string },
): BucketState {
  if (entry.counted) return foldBucket(store.entries(entry.what, entry.place));
  return isAfterCount(before, entry) ? { ...before, qty: before.qty - entry.qty } : before;
}

/** Writes a bucket and tells of it: the balance always, a review when it went below zero, its end when it came back. */
function settle(
  store: LedgerStore,
  bucket: { what: string; place: string },
  before: BucketState,
  after: BucketState,
  op: Op & { eff: string },
): Part[] {
  const { what, place } = bucket;
  store.putBalance(what, place, after);
  const key = bucketKey(what, place);
  const balance: BalanceValue = { what, place, qty: after.qty, count: after.count };
  const parts: Part[] = [{ kind: 'balance', key, value: balance }];
  if (after.qty < 0) {
    const review: ReviewValue = {
      kind: 'below-zero',
      op: op.id,
      dev: op.dev,
      user: op.user,
      eff: op.eff,
      code: 'below-zero',
      detail: String(after.qty),
      about: key,
    };
    parts.push({ kind: 'review', key: `below-zero:${key}`, value: review });
  } else if (before.qty < 0) parts.push({ kind: 'review', key: `below-zero:${key}`, value: null });
  return parts;
}

/** A wrong number deserves its own words, not "malformed". */
function quantityCode(body: Readonly<Record<string, unknown>>): RefusalCode | undefined {
  const entries: unknown = body['entries'];
  if (!Array.isArray(entries)) return undefined;
  for (const entry of entries as { qty?: unknown }[]) {
    if (typeof entry?.qty !== 'number') return undefined;
    if (!Number.isInteger(entry.qty)) return 'quantity-not-whole';
    if (!Number.isSafeInteger(entry.qty)) return 'quantity-out-of-range';
  }
  return undefined;
}
