/**
 * One change of one record, merged with what is there (SPEC R3–R7): what `edit-record`, `delete-record` and
 * `undelete-record` do, and the choice in a review. Answers the parts that the op's row tells.
 */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import {
  decideDelete,
  decideEdit,
  decideUndelete,
  type EditContext,
  type Held,
  type Merged,
} from '@tidylab/domain/merge/decide';
import { guardRecord, type Surroundings } from '@tidylab/domain/merge/guards';
import type { Author, Clash, DeleteRecordBody, EditRecordBody, FieldValues } from '@tidylab/domain/merge/model';
import { clashReviewId, resolveFact } from '@tidylab/domain/merge/review';
import { isRecordKind, type Location, type RecordKind } from '@tidylab/domain/records';
import type { ReviewValue } from '@tidylab/sync/protocol/kinds';
import type { Part } from '@tidylab/sync/protocol/messages';
import type { Op } from '@tidylab/sync/protocol/op';
import type { Effects } from '../../sync/handlers.ts';
import type { RecordStore } from './port.ts';

/** What changes of records ask of the log. */
export interface RecordLog {
  /** The epoch that revisions count in now. */
  epoch(): string;
  /** Tells whether a fact is true already, and by which op. */
  factOwner(fact: string): string | undefined;
}

export type Change = (op: Op, eff: string) => Result<Effects, RefusalCode>;

export interface RecordChanges {
  edit(body: EditRecordBody): Change;
  delete(body: DeleteRecordBody): Change;
  undelete(body: DeleteRecordBody): Change;
}

interface Target {
  readonly kind: string;
  readonly id: string;
  readonly seen: { readonly epoch: string };
}
type Decide = (held: Held, context: EditContext) => Result<Merged, RefusalCode>;

export function recordChanges(store: RecordStore, log: RecordLog): RecordChanges {
  const around: Surroundings = {
    parentOf: (id) => (store.get('location', id)?.fields as Location | undefined)?.parentId,
    hasMovements: (id) => store.hasMovements('item', id),
  };
  const changed =
    (target: Target, decide: Decide): Change =>
    (op, eff) => {
      const { kind, id } = target;
      if (!isRecordKind(kind)) return refuse('kind-unknown', kind);
      const record = store.get(kind, id);
      if (!record) return refuse('record-unknown', id);
      const author: Author = { dev: op.dev, n: op.n, user: op.user, op: op.id, eff };
      const held: Held = { kind, record, authorOf: (field) => store.author(kind, id, field) };
      const merged = decide(held, {
        author,
        isEpochCurrent: target.seen.epoch === log.epoch(),
        guard: (write) => guardRecord({ kind, id }, around, record.fields as FieldValues, write),
      });
      if (!merged.ok) return merged;
      const { written, clashes, hasLost } = merged.value;
      if (written.length > 0) store.update(kind, id, merged.value.record, written, author);
      const parts: Part[] = written.length > 0 ? [{ kind, key: id, value: merged.value.record }] : [];
      for (const clash of clashes) parts.push(...reviewOf(log, { kind, id }, clash, op, eff));
      return ok({ parts, facts: [], merged: hasLost });
    };
  return {
    edit: (body) => changed(body, (held, context) => decideEdit(held, body, context)),
    delete: (body) =>
      changed(body, (held, context) =>
        store.hasMovements(held.kind, body.id)
          ? refuse('has-movements')
          : ok(decideDelete(held, body.seen.rev, context)),
      ),
    undelete: (body) => changed(body, (held) => ok(decideUndelete(held))),
  };
}

/** A review that was resolved before, by an op that a restored copy had lost, is not opened again. */
function reviewOf(log: RecordLog, record: { kind: RecordKind; id: string }, clash: Clash, op: Op, eff: string): Part[] {
  const key = clashReviewId(op.id, clash);
  if (log.factOwner(resolveFact(key)) !== undefined) return [];
  const { kind, code, ...values } = clash;
  const value: ReviewValue = {
    kind,
    op: op.id,
    dev: op.dev,
    user: op.user,
    eff,
    code,
    detail: '',
    about: `${record.kind}:${record.id}`,
    clash: { record, ...values },
  };
  return [{ kind: 'review', key, value }];
}
