/**
 * The parts of a feed row by kind: what each one's `key` and `value` are. Record kinds (domain/records.ts) hold a
 * RecordOf; the others are here.
 */
import type { Posting } from '@tidylab/domain/ledger/model';
import type { ClashValue } from '@tidylab/domain/merge/review';

/** kind `balance`, key `<what>@<place>`: exact at the row's seq, written by the server for every bucket an op changed. */
export interface BalanceValue {
  readonly what: string;
  readonly place: string;
  readonly qty: number;
  /** The count in force, or null. */
  readonly count: { readonly eff: string; readonly op: string } | null;
}

/** kind `posting`, key the op's id. */
export type PostingValue = Posting;

/** kind `fact`, key the fact id: done, by this op. */
export interface FactValue {
  readonly op: string;
}

export const reviewKinds = [
  'conflict',
  'moved-twice',
  'edited-deleted',
  'rejected',
  'below-zero',
  'count-overruled',
  'parked',
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** kind `review`, key its id: something a person must look at. */
export interface ReviewValue {
  readonly kind: ReviewKind;
  readonly op: string;
  readonly dev: string;
  readonly user: string;
  readonly eff: string;
  readonly code: string;
  readonly detail: string;
  /** What it is about: a type of op, a bucket, or `<kind>:<id>` of a record. */
  readonly about: string;
  /** With a conflict, moved-twice or edited-deleted: both values, and the one that both had seen. */
  readonly clash?: ClashValue;
}
