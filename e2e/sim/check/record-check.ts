/**
 * No silent lost edit (invariant 7), from the rows of the feed and without the product's merge: each value that an
 * accepted edit wrote became current, or is in a review of that same row; and what it wrote over had been seen by its
 * author, was their own, was what they said they saw, or is in that review.
 */
import type { Op } from '@tidylab/sync/protocol/op';
import type { Coverage } from '../world/coverage.ts';
import type { SimServer } from '../world/server.ts';
import type { Truth } from './truth.ts';
import { must } from './violation.ts';

type Values = Readonly<Record<string, unknown>>;

interface FeedPart {
  readonly kind: string;
  readonly key: string;
  readonly value: {
    readonly fields?: Values;
    readonly clash?: { readonly yours: Values; readonly theirs: Values };
  } | null;
}

export interface AcceptedOp {
  readonly op: Op;
  readonly status: string;
  readonly seq: number;
}

interface Written {
  readonly value: unknown;
  readonly rev: number;
  readonly dev: string;
}

interface Edit {
  readonly kind: string;
  readonly id: string;
  readonly seen: { readonly epoch: string; readonly rev: number };
  readonly set: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export class RecordCheck {
  /** `kind id field` → who wrote it last, as the feed tells. */
  readonly #fields = new Map<string, Written>();

  constructor(
    /** The epoch that revisions counted in at a seq. */
    private readonly epochAt: (seq: number) => string,
    private readonly coverage: Coverage,
  ) {}

  /** One accepted op and the parts of its row, in the order of the feed. */
  accept({ op, status, seq }: AcceptedOp, parts: readonly FeedPart[]): void {
    const edit = (op.type === 'edit-record' ? op.body : op.type === 'resolve-review' ? op.body['edit'] : undefined) as
      | Edit
      | undefined;
    if (edit) this.#edited(op, edit, status, seq, parts);
    for (const { kind, key, value } of parts) {
      if (!value?.fields) continue;
      const revs = (value as { fieldRevs?: Record<string, number> }).fieldRevs ?? {};
      for (const [field, written] of Object.entries(value.fields)) {
        const at = `${kind} ${key} ${field}`;
        const rev = revs[field] ?? 1;
        const held = this.#fields.get(at);
        if (held?.rev !== rev || !same(held.value, written)) this.#fields.set(at, { value: written, rev, dev: op.dev });
      }
    }
  }

  #edited(op: Op, { kind, id, seen, set }: Edit, status: string, seq: number, parts: readonly FeedPart[]): void {
    const clashes = parts.flatMap(({ kind: part, value }) => (part === 'review' && value?.clash ? [value.clash] : []));
    const record = parts.find((part) => part.kind === kind && part.key === id)?.value?.fields;
    let isLost = false;
    for (const [field, { from, to }] of Object.entries(set)) {
      const held = this.#fields.get(`${kind} ${id} ${field}`);
      const now = record ? record[field] : held?.value;
      const name = `op ${op.n} of ${op.dev} (${op.type}) at ${seq}, ${kind}.${field}`;
      if (!same(now, to)) {
        isLost = true;
        const kept = clashes.some(({ yours }) => field in yours && same(yours[field], to));
        must(kept, 7, () => `${name}: the value ${JSON.stringify(to)} is lost, and no review holds it`);
        this.coverage.hit('edit kept out, with a review');
      } else if (held && !same(held.value, to)) {
        const isSeen = seen.epoch === this.epochAt(seq) ? held.rev <= seen.rev : same(held.value, from);
        const kept = clashes.some(({ theirs }) => field in theirs && same(theirs[field], held.value));
        if (kept) this.coverage.hit('vessel moved twice');
        must(
          isSeen || kept || held.dev === op.dev,
          7,
          () => `${name}: ${JSON.stringify(held.value)} was written over by one who had not seen it`,
        );
      }
    }
    if (status === 'applied') must(!isLost, 7, () => `op ${op.n} of ${op.dev} at ${seq} is applied, and lost a value`);
  }
}

/** Every row of the feed so far, from the first. */
export function checkRecords(truth: Truth, server: SimServer, coverage: Coverage): void {
  const epochs = server.reader().prepare('SELECT id, fork_seq AS fork FROM epoch ORDER BY ordinal').all() as {
    id: string;
    fork: number;
  }[];
  const check = new RecordCheck((seq) => epochs.findLast(({ fork }) => fork < seq)?.id ?? '', coverage);
  for (const { seq, op: id, row } of truth.rowsSoFar()) {
    const op = truth.ops.get(id);
    const status = op?.decision?.seq === seq ? op.decision.status : '';
    if (!op || (status !== 'applied' && status !== 'merged')) continue;
    check.accept({ op: op.op, status, seq }, (JSON.parse(row) as { parts: FeedPart[] }).parts);
  }
}
