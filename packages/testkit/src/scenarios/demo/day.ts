/** One day of the year: the clock, and what may be taken. */
import { locationPlace, type Place } from '@tidylab/domain/ledger/model';
import type { Random } from '../../random.ts';
import { dayStart } from '../lab/calendar.ts';
import type { Journal, Who } from '../lab/journal.ts';
import { amount } from '../lab/rows.ts';
import { locationId, type Pile, type Store } from './stock.ts';

const minute = 60_000;

export interface Year {
  readonly journal: Journal;
  readonly store: Store;
  readonly random: Random;
  readonly today: string;
  /** Buckets that are left as they are: the planted reviews. */
  readonly closed: Set<Place>;
}

export interface Day extends Year {
  /** Days before today, negative. */
  readonly offset: number;
  /** The next posting's time: so many minutes after the last one. */
  at(minutesLater: number, by: string): Who;
}

export function openDay(year: Year, offset: number): Day {
  let at = dayStart(year.today, offset) + 7 * 60 * minute;
  return {
    ...year,
    offset,
    at(minutesLater, by) {
      at += minutesLater * minute;
      return { atMs: at, by };
    },
  };
}

const benches: readonly Place[] = [locationPlace(locationId('bench2')), locationPlace(locationId('culture'))];
export const isBench = (place: Place): boolean => benches.includes(place);
export const someBench = (random: Random): Place => random.pick(benches);

export interface Spot {
  readonly pile: Pile;
  readonly place: Place;
  readonly qty: number;
}

const placesOf = ({ lot, place }: Pile): readonly Place[] =>
  lot.group === 'consumable' ? [...benches, place] : [place];

/** Where something of a product is, in the order the lots came. What has expired is left standing. */
export function standing({ journal, store, closed, offset }: Day, key: string): Spot[] {
  const found: Spot[] = [];
  for (const pile of store.pilesOf(key)) {
    if (pile.lot.expires !== null && pile.lot.expires < offset) continue;
    for (const place of placesOf(pile)) {
      const qty = journal.balance(pile.lot.id, place);
      if (qty > 0 && !closed.has(`${pile.lot.id}@${place}`)) found.push({ pile, place, qty });
    }
  }
  return found;
}

/** The same, the lot that expires first in front: what a person takes. */
export const spotsOf = (day: Day, key: string): Spot[] =>
  standing(day, key).sort((a, b) => (a.pile.lot.expires ?? 0) - (b.pile.lot.expires ?? 0));

export const stepOf = ({ lot }: Pile): number => amount(lot.product.use ?? lot.product.pack);
