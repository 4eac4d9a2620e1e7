/** What a scan may be decided to mean, and the questions that are asked when it is not certain. */
import type { Place } from '@tidylab/domain/ledger/model';
import type { Target } from '@tidylab/sync/replica/queries';
import type { Act, Thing } from './act.ts';
import type { CodeMeaning, LotHint, Print } from './read-code.ts';

/** What the code says of an amount: base units in the pack, and how many packs. */
export interface Packs {
  readonly packQty: number | null;
  readonly times: number;
}

export type Option =
  | { readonly kind: 'target'; readonly target: Target; readonly lot: LotHint; readonly print: Print }
  | { readonly kind: 'lot'; readonly lotId: string; readonly packs: Packs }
  /** A lot that is recorded with its first receipt. */
  | {
      readonly kind: 'new-lot';
      readonly itemId: string;
      readonly number: string;
      readonly expiry: string | null;
      readonly packs: Packs;
    }
  /** None of the lots offered: the code is kept for later. */
  | { readonly kind: 'other-lot' }
  | { readonly kind: 'place'; readonly lotId: string; readonly from: Place; readonly packs: Packs }
  /** The place where the person is: sticky from now on. */
  | { readonly kind: 'here'; readonly placeId: string }
  /** No answer now: the code is kept for later. Offered with every question. */
  | { readonly kind: 'later' }
  /** What a scan does without the set amount, which measures something else. */
  | { readonly kind: 'usual'; readonly act: Act }
  /** A stated amount goes into a labelled vessel. */
  | { readonly kind: 'fill'; readonly lotId: string; readonly containerId: string; readonly qty: number }
  /** Another vessel of the same lot came. `held`: base units in the one that was scanned. */
  | { readonly kind: 'vessel'; readonly lotId: string; readonly packs: Packs; readonly held: number };

/** What may be typed in answer. */
export type Typed =
  | { readonly kind: 'new-lot'; readonly itemId: string; readonly expiry: string | null; readonly packs: Packs }
  | { readonly kind: 'fill'; readonly lotId: string; readonly containerId: string };

export interface Question {
  readonly about: 'target' | 'lot' | 'place' | 'amount' | 'here' | 'fill' | 'vessel';
  readonly options: readonly Option[];
  /** The lot number on the label, where no such lot is recorded. */
  readonly unknownLot: string | null;
  readonly typed: Typed | null;
}

/** `no-lot`: the item is known, but no lot of it. `other-lot`: the person said it is none of the known lots. `unanswered`: there was no answer. */
export type UnknownWhy =
  | Extract<CodeMeaning, { ok: false }>['why']
  | 'no-lot'
  | 'no-place'
  | 'other-lot'
  | 'unanswered';

/** `cycle`: a box cannot stand in itself. `already-there`: nothing to do. */
export type RefusedWhy = 'cycle' | 'already-there';

export type Decision =
  | { readonly kind: 'place'; readonly placeId: string }
  /** Where Move brings every following scan. */
  | { readonly kind: 'target'; readonly placeId: string }
  /** `unknownLot`: the label names a lot of this item that is not recorded. */
  | { readonly kind: 'look'; readonly target: Target; readonly unknownLot: string | null }
  | { readonly kind: 'act'; readonly act: Act }
  /** In the basket of Move until a target is scanned. */
  | { readonly kind: 'wait'; readonly thing: Thing }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'refused'; readonly why: RefusedWhy; readonly placeId: string }
  | { readonly kind: 'unknown'; readonly why: UnknownWhy };

export const ask = (
  about: Question['about'],
  options: readonly Option[],
  more: Partial<Pick<Question, 'unknownLot' | 'typed'>> = {},
): Decision => ({
  kind: 'ask',
  question: { about, options, unknownLot: more.unknownLot ?? null, typed: more.typed ?? null },
});

export const unknown = (why: UnknownWhy): Decision => ({ kind: 'unknown', why });

export const acts = (act: Act): Decision => ({ kind: 'act', act });
