/**
 * The ledger a second time, simpler and slower, from the words of the specification and without the product's fold:
 * the auditor of a run. Balances are computed from all entries whenever they are asked for.
 *
 *   balance = the last count by (eff, id), plus every movement after it; without a count, every movement.
 *   A voided posting does nothing, whenever the void came.
 */
export interface Entry {
  readonly eff: string;
  readonly id: string;
  readonly counted: boolean;
  readonly qty: number;
  /** The seq of the feed it was accepted with; Infinity: not accepted yet. */
  readonly seq: number;
}

interface Body {
  readonly entries?: readonly { what: string; place?: string; from?: string; to?: string; qty: number }[];
  readonly target?: { readonly op: string };
  readonly kind?: string;
  readonly id?: string;
}

export interface ModelOp {
  readonly id: string;
  readonly type: string;
  readonly body: unknown;
}

const comesAfter = (a: { eff: string; id: string }, b: { eff: string; id: string }): boolean =>
  a.eff === b.eff ? a.id > b.id : a.eff > b.eff;

export const isPosting = (op: ModelOp): boolean => /^post-(receive|consume|transfer|adjust|count)$/.test(op.type);

/** What a posting does to each real bucket: bucket, quantity with its sign, counted or moved. */
export function effectsOf(op: ModelOp): { bucket: string; qty: number; counted: boolean }[] {
  const sums = new Map<string, { bucket: string; qty: number; counted: boolean }>();
  const add = (what: string, place: string, qty: number, counted: boolean): void => {
    if (place.startsWith('v:')) return;
    const bucket = `${what}@${place}`;
    sums.set(bucket, { bucket, qty: (sums.get(bucket)?.qty ?? 0) + qty, counted });
  };
  for (const entry of (op.body as Body).entries ?? []) {
    if (entry.place !== undefined) add(entry.what, entry.place, entry.qty, true);
    else {
      add(entry.what, entry.from ?? '', -entry.qty, false);
      add(entry.what, entry.to ?? '', entry.qty, false);
    }
  }
  return [...sums.values()];
}

export function foldPlainly(entries: readonly Entry[]): { qty: number; countId: string | null } {
  let count: Entry | null = null;
  for (const entry of entries) if (entry.counted && (count === null || comesAfter(entry, count))) count = entry;
  let qty = count?.qty ?? 0;
  for (const entry of entries) if (!entry.counted && (count === null || comesAfter(entry, count))) qty += entry.qty;
  return { qty, countId: count?.id ?? null };
}

export class LedgerModel {
  readonly buckets = new Map<string, Entry[]>();
  /** Posting → the seq from which on it is void. */
  readonly voidedAt = new Map<string, number>();
  /** `kind id` → the seq it was created with. */
  readonly created = new Map<string, number>();
  readonly postings = new Map<string, number>();

  /** An op that was accepted, in any order. */
  accept(op: ModelOp, eff: string, seq: number): void {
    const body = op.body as Body;
    if (op.type === 'void-posting' && body.target)
      this.voidedAt.set(body.target.op, Math.min(seq, this.voidedAt.get(body.target.op) ?? seq));
    if (op.type === 'create-record') this.created.set(`${body.kind ?? ''} ${body.id ?? ''}`, seq);
    if (!isPosting(op)) return;
    this.postings.set(op.id, seq);
    for (const { bucket, qty, counted } of effectsOf(op)) {
      const held = this.buckets.get(bucket) ?? [];
      held.push({ eff, id: op.id, counted, qty, seq });
      this.buckets.set(bucket, held);
    }
  }

  isVoidAt(id: string, seq: number): boolean {
    return (this.voidedAt.get(id) ?? Number.POSITIVE_INFINITY) <= seq;
  }

  /** The entries of a bucket in force at a seq. */
  entries(bucket: string, seq: number, alsoVoid: ReadonlySet<string> = new Set()): Entry[] {
    return (this.buckets.get(bucket) ?? []).filter(
      (entry) => entry.seq <= seq && !this.isVoidAt(entry.id, seq) && !alsoVoid.has(entry.id),
    );
  }

  /** What a movement into and out of virtual places leaves there, for one lot. */
  variance(bucket: string, seq: number): number {
    const entries = this.entries(bucket, seq);
    const before = (count: Entry): number => foldPlainly(entries.filter((entry) => comesAfter(count, entry))).qty;
    return entries.filter((entry) => entry.counted).reduce((sum, count) => sum + count.qty - before(count), 0);
  }
}
