/**
 * What a posting must satisfy to be written, on the device before "saved" and on the server again. A physical fact
 * is never refused for a missing or deleted *record* (SPEC L8): these rules look at the posting alone.
 */
import type { RefusalCode } from '../kernel/codes.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import {
  bucketKey,
  entriesMax,
  isCount,
  isVirtual,
  type LedgerEntry,
  type PostingKind,
  type VoidBody,
} from './model.ts';
import { canonical, type Json } from '../kernel/json.ts';
import { uuidv5 } from '../kernel/ids.ts';

const fromOf: Record<Exclude<PostingKind, 'count'>, (from: string) => boolean> = {
  receive: (from) => from === 'v:supplier' || from === 'v:opening',
  consume: (from) => !isVirtual(from),
  transfer: (from) => !isVirtual(from),
  adjust: (from) => !isVirtual(from) || from === 'v:adjustment',
};

const toOf: Record<Exclude<PostingKind, 'count'>, (to: string, from: string) => boolean> = {
  receive: (to) => !isVirtual(to),
  consume: (to) => to === 'v:consumed' || to === 'v:waste',
  transfer: (to) => !isVirtual(to),
  adjust: (to, from) => (from === 'v:adjustment' ? !isVirtual(to) : to === 'v:adjustment'),
};

function decideEntry(kind: PostingKind, entry: LedgerEntry): Result<null, RefusalCode> {
  if (isCount(entry) !== (kind === 'count')) return refuse('malformed', 'entry does not fit the kind of posting');
  if (!Number.isInteger(entry.qty)) return refuse('quantity-not-whole');
  if (!Number.isSafeInteger(entry.qty)) return refuse('quantity-out-of-range');
  if (isCount(entry)) {
    if (entry.qty < 0) return refuse('quantity-not-positive');
    return isVirtual(entry.place) ? refuse('place-not-allowed', entry.place) : ok(null);
  }
  if (entry.qty <= 0) return refuse('quantity-not-positive');
  if (kind === 'count') return refuse('malformed');
  if (entry.from === entry.to) return refuse('same-place');
  if (!fromOf[kind](entry.from)) return refuse('place-not-allowed', entry.from);
  return toOf[kind](entry.to, entry.from) ? ok(null) : refuse('place-not-allowed', entry.to);
}

export function decidePosting(kind: PostingKind, entries: readonly LedgerEntry[]): Result<null, RefusalCode> {
  if (entries.length === 0) return refuse('no-entries');
  if (entries.length > entriesMax) return refuse('too-many-entries', String(entries.length));
  const counted = new Set<string>();
  for (const entry of entries) {
    const verdict = decideEntry(kind, entry);
    if (!verdict.ok) return verdict;
    if (!isCount(entry)) continue;
    const key = bucketKey(entry.what, entry.place);
    if (counted.has(key)) return refuse('counted-twice', key);
    counted.add(key);
  }
  return hasSafeSums(entries) ? ok(null) : refuse('quantity-out-of-range');
}

/** No bucket's sum leaves the safe integers on the way, where a number would no longer be exact. */
function hasSafeSums(entries: readonly LedgerEntry[]): boolean {
  const sums = new Map<string, number>();
  const stays = (what: string, at: string, qty: number): boolean => {
    if (isVirtual(at)) return true;
    const key = bucketKey(what, at);
    const sum = (sums.get(key) ?? 0) + qty;
    sums.set(key, sum);
    return Number.isSafeInteger(sum);
  };
  return entries.every(
    (entry) => isCount(entry) || (stays(entry.what, entry.from, -entry.qty) && stays(entry.what, entry.to, entry.qty)),
  );
}

/** The fact of a void: one posting is voided once, whoever does it first. */
export const voidFact = (op: string): string => uuidv5(`void:${op}`);

/** What the void says of its target must be what the target says of itself; the copied `eff` is only a hint. */
export function decideVoid(
  body: VoidBody,
  target: { kind: PostingKind; entries: readonly LedgerEntry[] } | undefined,
): Result<null, RefusalCode> {
  if (body.fact !== voidFact(body.target.op)) return refuse('void-mismatch', 'fact');
  const own = decidePosting(body.target.kind, body.target.entries);
  if (!own.ok) return own;
  if (!target) return ok(null);
  const same =
    target.kind === body.target.kind && canonical(target.entries as Json) === canonical(body.target.entries as Json);
  return same ? ok(null) : refuse('void-mismatch', 'entries');
}
