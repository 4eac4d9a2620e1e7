/** What a choice in a review is, as an op (SPEC R10): the review closed and, where it is not so already, a value set. */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import type { FieldValues, ResolveReviewBody, ReviewChoice } from '@tidylab/domain/merge/model';
import { type ClashValue, closesItself, resolveFact } from '@tidylab/domain/merge/review';
import { isSame } from '@tidylab/domain/merge/same';
import { type Fields, isRecordKind, type RecordKind } from '@tidylab/domain/records';
import type { ReviewValue } from '../protocol/kinds.ts';
import { deleteBody, editBody } from './editing.ts';
import type { Replica } from './replica.ts';

export interface Resolution {
  readonly choice: ReviewChoice;
  /** With the choice `edit`: the values to have instead of both. */
  readonly values?: FieldValues;
  /** Why, in words. */
  readonly note?: string;
}

export function resolveBody(
  replica: Replica,
  review: string,
  value: ReviewValue,
  { choice, values, note }: Resolution,
): Result<ResolveReviewBody, RefusalCode> {
  if (closesItself(review)) return refuse('review-stays', review);
  const body: ResolveReviewBody = {
    review,
    fact: resolveFact(review),
    choice,
    ...(note === undefined ? {} : { note }),
  };
  const { clash } = value;
  const wanted = clash && wantedValues(replica, clash, choice, values);
  if (!wanted || !isRecordKind(clash.record.kind)) return ok(body);
  const { kind, id } = clash.record as { kind: RecordKind; id: string };
  if ('deletedAt' in wanted) {
    const undelete = wanted['deletedAt'] === null ? deleteBody(replica, kind, id, 'there') : undefined;
    return ok(undelete?.ok ? { ...body, undelete: undelete.value } : body);
  }
  const edit = editBody(replica, kind, id, wanted as Partial<Fields<RecordKind>>);
  if (edit.ok) return ok({ ...body, edit: edit.value });
  return edit.code === 'nothing-to-change' ? ok(body) : edit;
}

/** Keeping theirs leaves what is there, unless what is there is mine. */
function wantedValues(
  replica: Replica,
  clash: ClashValue,
  choice: ReviewChoice,
  values: FieldValues | undefined,
): FieldValues | undefined {
  if (choice === 'edit') return values;
  if (choice === 'mine') return clash.yours;
  return choice === 'theirs' && isSame(currentValues(replica, clash), clash.yours) ? clash.theirs : undefined;
}

/** What the fields of a clash are now, as this device shows them. */
export function currentValues(replica: Replica, clash: ClashValue): FieldValues {
  const { kind, id } = clash.record;
  const record = isRecordKind(kind) ? replica.record(kind, id) : undefined;
  const fields = { ...record?.fields, deletedAt: record?.deletedAt ?? null } as FieldValues;
  return Object.fromEntries(Object.keys(clash.yours).map((field) => [field, fields[field] ?? null]));
}
