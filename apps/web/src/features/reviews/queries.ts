/** What is to be reviewed, read from the replica. */
import { stampMs } from '@tidylab/domain/kernel/stamp';
import { type ReviewKind, reviewKinds, type ReviewValue } from '@tidylab/sync/protocol/kinds';
import type { Op } from '@tidylab/sync/protocol/op';
import type { Replica } from '@tidylab/sync/replica/replica';

export interface OpenReview {
  readonly id: string;
  readonly value: ReviewValue;
  /** When what it is about was recorded, Unix ms. */
  readonly ms: number;
}

const isKnown = (value: ReviewValue): boolean => reviewKinds.includes(value.kind);

/** All that is open, the newest first. A kind that this version does not know is left out. */
export function openReviews(replica: Replica): OpenReview[] {
  return [...(replica.all('review') as ReadonlyMap<string, ReviewValue>)]
    .filter(([, value]) => isKnown(value))
    .map(([id, value]) => ({ id, value, ms: stampMs(value.eff) }))
    .sort((a, b) => b.ms - a.ms || (a.id < b.id ? -1 : 1));
}

export interface KindCount {
  readonly kind: ReviewKind;
  readonly count: number;
}

/** How many there are of each kind that there is, in the order in which they are worth looking at. */
export function countsByKind(reviews: readonly OpenReview[]): KindCount[] {
  return reviewKinds
    .map((kind) => ({ kind, count: reviews.filter(({ value }) => value.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** The op that a review is about, when it is this device's own: the data of a change that was not accepted. */
export const ownOpOf = (replica: Replica, review: OpenReview): Op | undefined =>
  replica.own.find(({ op }) => op.id === review.value.op)?.op;
