/** Words for what a scan recorded, is about to record, or took back. */
import { bucketKey, containerPlace, locationPlace } from '@tidylab/domain/ledger/model';
import { stockOfLot, totalOf } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { m } from '../../paraglide/messages.js';
import type { Formats } from '../movements/index.ts';
import type { Act, Thing } from './core/act.ts';
import { type ActOutcome, amountNow } from './core/session.ts';
import { itemName, locationName, shortPlace, unitOfItem } from './naming.ts';

/** What a thing is called in a line; a vessel by what is in it and its own label. */
export function thingName(replica: Replica, thing: Thing): string {
  if (thing.kind === 'box') return locationName(replica, thing.id);
  if (thing.kind === 'loose') return itemName(replica, thing.itemId);
  return shortPlace(replica, containerPlace(thing.id));
}

const joined = (replica: Replica, things: readonly Thing[]): string => {
  const [only, ...others] = things;
  return only && others.length === 0 ? thingName(replica, only) : m.scan_things({ n: things.length });
};

/** What an act is about, in a few words. */
export function actTitle(replica: Replica, act: Act): string {
  if (act.kind === 'move')
    return joined(
      replica,
      act.things.map(({ thing }) => thing),
    );
  return itemName(replica, act.itemId);
}

/** Where it happened, by its short name. */
export function actPlace(replica: Replica, act: Act): string {
  switch (act.kind) {
    case 'use':
      return shortPlace(replica, act.from);
    case 'receive':
      return shortPlace(
        replica,
        act.containerId === null ? locationPlace(act.placeId) : containerPlace(act.containerId),
      );
    case 'move':
      return locationName(replica, act.toId);
    case 'count':
      return shortPlace(replica, act.place);
  }
}

export const unitOfAct = (replica: Replica, act: Act) =>
  act.kind === 'move' ? looseUnit(replica, act.things[0]?.thing) : unitOfItem(replica, act.itemId);

const looseUnit = (replica: Replica, thing: Thing | undefined) =>
  thing?.kind === 'loose' ? unitOfItem(replica, thing.itemId) : null;

/** "10 mL taken", "2 received", "Moved to Shelf 2", "12 counted". `amount`: base units. */
export function actDone(replica: Replica, act: Act, amount: number, format: Formats): string {
  const words = { amount: format.amount(amount, unitOfAct(replica, act)) };
  switch (act.kind) {
    case 'use':
      return m.scan_taken(words);
    case 'receive':
      return m.scan_received(words);
    case 'count':
      return m.scan_counted(words);
    case 'move': {
      const place = locationName(replica, act.toId);
      return isLoose(act) ? m.scan_moved_amount({ ...words, place }) : m.scan_moved_state({ place });
    }
  }
}

/** One loose amount, whose number may be changed. */
export const isLoose = (act: Act): boolean =>
  act.kind === 'move' && act.things.length === 1 && act.things[0]?.thing.kind === 'loose';

/** What the big Undo takes back. */
export function undoWords(replica: Replica, act: Act, qty: number, format: Formats): string {
  const item = actTitle(replica, act);
  if (act.kind === 'count') return m.scan_count_of({ item });
  if (act.kind === 'move') return item;
  return m.scan_undo_what({ amount: format.amount(qty, unitOfItem(replica, act.itemId)), item });
}

/** What stands now where it happened. */
export function actStands(replica: Replica, { act, steps }: ActOutcome, format: Formats): string {
  switch (act.kind) {
    case 'use': {
      const left = replica.balance(bucketKey(act.lotId, act.from))?.qty ?? 0;
      const amount = format.amount(left, unitOfItem(replica, act.itemId));
      return m.scan_left_in({ amount, place: actPlace(replica, act) });
    }
    case 'receive': {
      const amount = format.amount(totalOf(stockOfLot(replica, act.lotId)), unitOfItem(replica, act.itemId));
      const lot = act.newLot?.lotNumber ?? replica.record('lot', act.lotId)?.fields.lotNumber ?? m.scan_missing();
      return m.scan_now_in_stock({ amount, lot, place: actPlace(replica, act) });
    }
    case 'move':
      return steps.every(({ voided }) => voided) ? '' : m.scan_moved_to({ place: actPlace(replica, act) });
    case 'count': {
      const place = actPlace(replica, act);
      if (steps.length > 0) return m.scan_counted_in_unsure({ place });
      const book = replica.balance(bucketKey(act.lotId, act.place))?.qty ?? 0;
      return m.scan_counted_in({ place, amount: format.amount(book, unitOfItem(replica, act.itemId)) });
    }
  }
}

/** The number beside the title, with its sign; empty where there is none. */
export function actNumber(replica: Replica, outcome: ActOutcome, isPlanned: boolean, format: Formats): string {
  const { act, draft } = outcome;
  const unit = unitOfAct(replica, act);
  if (act.kind === 'count') return format.amount(draft ?? (isPlanned ? act.qty : amountNow(outcome)), unit);
  if (act.kind === 'move') {
    const [only] = act.things;
    return isLoose(act) && only?.thing.kind === 'loose' ? format.amount(only.thing.qty, unit) : '';
  }
  const qty = isPlanned ? act.qty : amountNow(outcome);
  if (qty === 0) return '';
  return format.change(act.kind === 'use' ? -qty : qty, unit);
}
