/** The bodies of the ops that change records, and what a merge can end in (SPEC R3–R9). */
import * as z from 'zod/mini';

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const kind = z.string().check(z.maxLength(40));

/** What the person's screen showed: the record's `rev`, in this epoch of the feed. 0: it was not on the server yet. */
const seen = z.object({ epoch: z.string().check(z.maxLength(80)), rev: z.number().check(z.int(), z.minimum(0)) });

/** The body of `edit-record`: each field that changes, from what it showed to what it shall be. */
export const editRecordSchema = z.object({
  kind,
  id: uuid,
  seen,
  set: z.record(z.string().check(z.maxLength(60)), z.object({ from: z.unknown(), to: z.unknown() })),
});
export type EditRecordBody = z.infer<typeof editRecordSchema>;

/** The body of `delete-record` and of `undelete-record`. */
export const deleteRecordSchema = z.object({ kind, id: uuid, seen });
export type DeleteRecordBody = z.infer<typeof deleteRecordSchema>;

export const reviewChoices = ['mine', 'theirs', 'edit', 'dismiss'] as const;
export type ReviewChoice = (typeof reviewChoices)[number];

/** The body of `resolve-review`: closes it, and makes the chosen value current when it is not already. */
export const resolveReviewSchema = z.object({
  review: z.string().check(z.minLength(1), z.maxLength(200)),
  /** UUIDv5 of "resolve:" and the review: it is resolved once. */
  fact: uuid,
  choice: z.enum(reviewChoices),
  /** Why, in words: kept with the op. */
  note: z.optional(z.string().check(z.maxLength(2000))),
  edit: z.optional(editRecordSchema),
  undelete: z.optional(deleteRecordSchema),
});
export type ResolveReviewBody = z.infer<typeof resolveReviewSchema>;

export type FieldValues = Readonly<Record<string, unknown>>;

/** Who wrote a field last. */
export interface Author {
  readonly dev: string;
  readonly n: number;
  readonly user: string;
  readonly op: string;
  readonly eff: string;
}

/** Two changes that met on one record: `yours` came with the op, `theirs` was there, `before` is what `yours` had seen. */
export interface Clash {
  readonly kind: 'conflict' | 'moved-twice' | 'edited-deleted';
  readonly field: string;
  readonly code: string;
  readonly yours: FieldValues;
  readonly theirs: FieldValues;
  readonly before: FieldValues;
  /** Who wrote `theirs`, and when; empty when no person did. */
  readonly by: string;
  readonly when: string;
}
