/** What must have become of an op on records or reviews, as far as roles and what exists decide it (invariants 6, 12). */
import type { Op } from '@tidylab/sync/protocol/op';

export interface RecordWorld {
  readonly created: { has(record: string): boolean };
  /** Facts of reviews that were resolved before. */
  readonly resolved: ReadonlySet<string>;
  /** Who made an op that the server had by then. */
  userOf(op: string): string | undefined;
}

interface Target {
  readonly kind: string;
  readonly id: string;
}

const keptEdits = new Set(['location']);
const keptDeletions = new Set(['location', 'container']);

/** The records that an op changes, each with whether a user may. */
function targetsOf({ type, body }: Op): (Target & { isKept: boolean })[] {
  const of = (target: unknown, kept: ReadonlySet<string>) => {
    const found = target as Target | undefined;
    return found ? [{ ...found, isKept: kept.has(found.kind) }] : [];
  };
  if (type === 'edit-record') return of(body, keptEdits);
  if (type === 'resolve-review') return [...of(body['edit'], keptEdits), ...of(body['undelete'], keptDeletions)];
  return of(body, keptDeletions);
}

export const isRecordChange = (type: string): boolean =>
  /^(edit-record|delete-record|undelete-record|resolve-review)$/.test(type);

export function recordVerdict(op: Op, role: string, world: RecordWorld): string[] {
  const targets = targetsOf(op);
  const review = op.type === 'resolve-review' ? String(op.body['review']) : undefined;
  const isOthers = review !== undefined && world.userOf(review.split(':')[1] ?? '') !== op.user;
  if (role === 'user' && (isOthers || targets.some(({ isKept }) => isKept))) return ['rejected no-permission'];
  if (review !== undefined && world.resolved.has(String(op.body['fact']))) return ['duplicate'];
  if (!targets.every(({ kind, id }) => world.created.has(`${kind} ${id}`))) return ['rejected record-unknown'];
  return op.type === 'edit-record' || 'edit' in op.body ? ['applied', 'merged'] : ['applied'];
}
