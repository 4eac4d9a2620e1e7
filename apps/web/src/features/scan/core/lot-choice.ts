/** Which lot of an item a code means: the one it names, or the only one that is held; else a choice for the person. */
import { stockOfLot, totalOf } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { Option, Packs } from './decision.ts';
import { type LotHint, sameNumber } from './read-code.ts';

export interface KnownLot {
  readonly id: string;
  readonly number: string;
  readonly expiry: string;
  /** Base units in all. */
  readonly qty: number;
}

/** The lots of an item, those that expire first in front. */
export function lotsByExpiry(replica: Replica, itemId: string): KnownLot[] {
  const lots = [...replica.keys('lotsByItem', itemId)].flatMap((id) => {
    const lot = replica.record('lot', id);
    if (lot?.deletedAt !== null) return [];
    const { lotNumber, expiry } = lot.fields;
    return [{ id, number: lotNumber, expiry: expiry ?? '9999-12-31', qty: totalOf(stockOfLot(replica, id)) }];
  });
  return lots.sort((a, b) => (a.expiry < b.expiry ? -1 : a.expiry > b.expiry ? 1 : a.number < b.number ? -1 : 1));
}

/** The numbers that a code names or may name. */
export const numbersOf = (hint: LotHint): readonly string[] =>
  hint.state === 'read' ? [hint.number] : hint.state === 'unclear' ? hint.numbers : [];

export const namedLots = (lots: readonly KnownLot[], hint: LotHint): KnownLot[] =>
  lots.filter(({ number }) => numbersOf(hint).some((each) => sameNumber(each, number)));

export type LotChoice =
  | { readonly kind: 'one'; readonly lotId: string; readonly named: number }
  /** `named`: how many known lots the code names. */
  | { readonly kind: 'several'; readonly options: readonly Option[]; readonly named: number };

export const otherLot: Option = { kind: 'other-lot' };

export const lotOption = (lotId: string, packs: Packs): Option => ({ kind: 'lot', lotId, packs });

export function lotChoice(replica: Replica, itemId: string, hint: LotHint, packs: Packs): LotChoice {
  const lots = lotsByExpiry(replica, itemId);
  const known = namedLots(lots, hint);
  const named = known.length;
  const toOption = ({ id }: KnownLot): Option => lotOption(id, packs);
  const [first] = known;
  if (hint.state === 'read' && named === 1 && first) return { kind: 'one', lotId: first.id, named };
  if (named > 0) {
    const none = hint.state === 'unclear' ? [otherLot] : [];
    return { kind: 'several', options: [...known.map(toOption), ...none], named };
  }
  const held = lots.filter(({ qty }) => qty > 0);
  const [only] = held;
  if (hint.state === 'none' && held.length === 1 && only) return { kind: 'one', lotId: only.id, named };
  const offered = held.length > 0 ? held : lots;
  return { kind: 'several', options: offered.length === 0 ? [] : [...offered.map(toOption), otherLot], named };
}
