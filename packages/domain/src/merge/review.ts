/** Reviews of clashes: their ids, their facts, and the op that a choice is. */
import { uuidv5 } from '../kernel/ids.ts';
import type { Clash } from './model.ts';

export const clashReviewId = (op: string, clash: Clash): string => `${clash.kind}:${op}:${clash.field}`;

/** The op that a review is about: its author's own, when they may resolve it. Empty for those of no op. */
export const opOfReview = (review: string): string => review.split(':')[1] ?? '';

/** A review is resolved once, whoever does it first. */
export const resolveFact = (review: string): string => uuidv5(`resolve:${review}`);

/** A balance below zero ends when the balance is back; nobody can say it is over. */
export const closesItself = (review: string): boolean => review.startsWith('below-zero:');

export interface ClashRecord {
  readonly kind: string;
  readonly id: string;
}

/** What a review of a clash holds: the clash, and the record it is about. */
export type ClashValue = Omit<Clash, 'kind' | 'code'> & { readonly record: ClashRecord };
