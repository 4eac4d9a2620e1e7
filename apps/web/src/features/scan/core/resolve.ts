/**
 * One scan → one decision, by the rules of the product: Use takes, Look up shows, a location becomes the sticky place,
 * and whatever is not certain is asked with one tap. Pure: reads the replica, writes nothing, never guesses.
 */
import { containerPlace, type Place } from '@tidylab/domain/ledger/model';
import { stockOfLot, type Target, totalOf } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { type CodeMeaning, type LotHint, readCode, sameNumber, type ScannedCode } from './read-code.ts';
import { choosePlace, type ScanContext, type Take, takeFrom } from './take.ts';

export type Option =
  | { readonly kind: 'target'; readonly target: Target; readonly lot: LotHint }
  | { readonly kind: 'lot'; readonly lotId: string; readonly packQty: number | null }
  /** None of the lots offered: the code is kept for later. */
  | { readonly kind: 'other-lot' }
  | { readonly kind: 'place'; readonly lotId: string; readonly from: Place; readonly packQty: number | null }
  /** No answer now: the code is kept for later. Offered with every question. */
  | { readonly kind: 'later' }
  /** What a scan takes without the set amount, which measures something else. */
  | { readonly kind: 'usual'; readonly take: Take };

export interface Question {
  readonly about: 'target' | 'lot' | 'place' | 'amount';
  readonly options: readonly Option[];
  /** The lot number on the label, where no such lot is recorded. */
  readonly unknownLot: string | null;
}

/** `no-lot`: the item is known, but no lot of it. `other-lot`: the person said it is none of the known lots. `unanswered`: there was no answer. */
export type UnknownWhy =
  | Extract<CodeMeaning, { ok: false }>['why']
  | 'no-lot'
  | 'no-place'
  | 'other-lot'
  | 'unanswered';

export type Decision =
  | { readonly kind: 'place'; readonly placeId: string }
  /** `unknownLot`: the label names a lot of this item that is not recorded. */
  | { readonly kind: 'look'; readonly target: Target; readonly unknownLot: string | null }
  | { readonly kind: 'take'; readonly take: Take }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'unknown'; readonly why: UnknownWhy };

const ask = (about: Question['about'], options: readonly Option[], unknownLot: string | null = null): Decision => ({
  kind: 'ask',
  question: { about, options, unknownLot },
});
const unknown = (why: UnknownWhy): Decision => ({ kind: 'unknown', why });

export function resolveCode(replica: Replica, code: ScannedCode, context: ScanContext): Decision {
  const meaning = readCode(replica, code, context.today);
  if (!meaning.ok) return unknown(meaning.why);
  const { targets, lot } = meaning;
  const [only] = targets;
  if (targets.length === 1 && only) return resolveTarget(replica, only, lot, context);
  return ask(
    'target',
    targets.map((target) => ({ kind: 'target', target, lot })),
  );
}

/** Goes on where a question stopped. */
export function resolveOption(replica: Replica, option: Option, context: ScanContext): Decision {
  switch (option.kind) {
    case 'target':
      return resolveTarget(replica, option.target, option.lot, context);
    case 'lot':
      return resolveLot(replica, option.lotId, option.packQty, context);
    case 'place':
      return resolvePlace(replica, option.lotId, option.from, option.packQty, context);
    case 'usual':
      return { kind: 'take', take: option.take };
    case 'other-lot':
      return unknown('other-lot');
    case 'later':
      return unknown('unanswered');
  }
}

function resolveTarget(replica: Replica, target: Target, lot: LotHint, context: ScanContext): Decision {
  const { kind, id, packQty } = target;
  if (kind === 'location') return { kind: 'place', placeId: id };
  if (kind === 'item') return resolveItem(replica, target, lot, context);
  if (context.mode === 'look') return { kind: 'look', target, unknownLot: null };
  if (kind === 'lot') return resolveLot(replica, id, packQty, context);
  const container = replica.record('container', id)?.fields;
  return container ? resolvePlace(replica, container.lotId, containerPlace(id), packQty, context) : unknown('not-here');
}

function resolveItem(replica: Replica, target: Target, hint: LotHint, context: ScanContext): Decision {
  const lots = lotsByExpiry(replica, target.id);
  const numbers = hint.state === 'read' ? [hint.number] : hint.state === 'unclear' ? hint.numbers : [];
  const named = lots.filter(({ number }) => numbers.some((each) => sameNumber(each, number)));
  const unknownLot = hint.state === 'read' && named.length === 0 ? hint.number : null;
  const toOption = ({ id }: KnownLot): Option => ({ kind: 'lot', lotId: id, packQty: target.packQty });
  const [first] = named;
  if (hint.state === 'read' && named.length === 1 && first) return resolveOption(replica, toOption(first), context);
  if (context.mode === 'look' && named.length === 0) return { kind: 'look', target, unknownLot };
  if (named.length > 0) return ask('lot', [...named.map(toOption), ...(hint.state === 'unclear' ? [otherLot] : [])]);
  const held = lots.filter(({ qty }) => qty > 0);
  const [only] = held;
  if (hint.state === 'none' && held.length === 1 && only) return resolveOption(replica, toOption(only), context);
  const offered = held.length > 0 ? held : lots;
  if (offered.length === 0) return unknown('no-lot');
  return ask('lot', [...offered.map(toOption), otherLot], unknownLot);
}

const otherLot: Option = { kind: 'other-lot' };

function resolveLot(replica: Replica, lotId: string, packQty: number | null, context: ScanContext): Decision {
  if (context.mode === 'look') return { kind: 'look', target: { kind: 'lot', id: lotId, packQty }, unknownLot: null };
  const choice = choosePlace(replica, lotId, context.placeId);
  if (choice.ok) return resolvePlace(replica, lotId, choice.from, packQty, context);
  if (choice.places.length === 0) return unknown('no-place');
  return ask(
    'place',
    choice.places.map((from) => ({ kind: 'place', lotId, from, packQty })),
  );
}

function resolvePlace(
  replica: Replica,
  lotId: string,
  from: Place,
  packQty: number | null,
  context: ScanContext,
): Decision {
  const result = takeFrom(replica, lotId, from, packQty, context);
  if (result.ok) return { kind: 'take', take: result.take };
  return result.code === 'not-here' ? unknown('not-here') : ask('amount', [{ kind: 'usual', take: result.usual }]);
}

interface KnownLot {
  readonly id: string;
  readonly number: string;
  readonly expiry: string;
  /** Base units in all. */
  readonly qty: number;
}

/** The lots of an item, those that expire first in front. */
function lotsByExpiry(replica: Replica, itemId: string): KnownLot[] {
  const lots = [...replica.keys('lotsByItem', itemId)].flatMap((id) => {
    const lot = replica.record('lot', id);
    if (lot?.deletedAt !== null) return [];
    const { lotNumber, expiry } = lot.fields;
    return [{ id, number: lotNumber, expiry: expiry ?? '9999-12-31', qty: totalOf(stockOfLot(replica, id)) }];
  });
  return lots.sort((a, b) => (a.expiry < b.expiry ? -1 : a.expiry > b.expiry ? 1 : a.number < b.number ? -1 : 1));
}
