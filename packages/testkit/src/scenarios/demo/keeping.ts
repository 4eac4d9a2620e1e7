/** What the keepers of the stock do: opening stock, deliveries, counting shelf by shelf, discarding what has expired. */
import type { Movement, Place } from '@tidylab/domain/ledger/model';
import { amount } from '../lab/rows.ts';
import { catalogue, type Kept } from './catalogue.ts';
import { type Day, spotsOf, standing, stepOf } from './day.ts';
import { keepers, someone } from './people.ts';
import { type DemoPlaceKey, demoPlaces } from './places.ts';
import type { Pile } from './stock.ts';

const enter =
  (from: Place) =>
  ({ lot, place, qty }: Pile): Movement => ({ what: lot.id, from, to: place, qty });

/** What stood there when the lab began to keep an inventory, place by place. */
export function openingStock(day: Day, kept: readonly Kept[]): void {
  for (const [home, { name }] of demoPlaces) {
    const here = kept.filter(({ product }) => product.home === home);
    const piles = here.flatMap((one) => {
      const packs = one.group === 'consumable' ? 2 + day.random.int(3) : 1 + day.random.int(2);
      const count = one.group === 'equipment' ? 1 : packs;
      return day.store.arrive(one, day.offset, count, day.random.next() * 0.7, one.group !== 'equipment');
    });
    if (piles.length === 0) continue;
    const note = `Opening stock: ${name}`;
    day.journal.move('post-receive', day.at(6, 'mira'), piles.map(enter('v:opening')), { via: 'list', note });
  }
}

const isShort = (day: Day, { product, group }: Kept): boolean => {
  if (group === 'equipment') return false;
  const left = standing(day, product.key).reduce((sum, { qty }) => sum + qty, 0);
  return left < (product.minimum === null ? amount(product.pack) * 0.15 : amount(product.minimum));
};

/** @param first products that the lab has not had before. */
export function deliveries(day: Day, first: readonly Kept[]): void {
  const again = catalogue.filter((kept) => day.store.pilesOf(kept.product.key).length > 0 && isShort(day, kept));
  const due = [...first, ...again.filter(() => day.random.chance(0.5))];
  for (const maker of new Set(due.map(({ product }) => product.maker))) {
    const piles = due
      .filter(({ product }) => product.maker === maker)
      .flatMap((kept) => {
        const packs = kept.group === 'consumable' ? 2 + day.random.int(3) : kept.product.minimum === null ? 1 : 2;
        return day.store.arrive(kept, day.offset, packs, day.random.next() * 0.1, false);
      });
    const by = day.random.chance(0.5) ? day.random.pick(keepers) : someone(day.random);
    day.journal.move('post-receive', day.at(4, by), piles.map(enter('v:supplier')), { via: 'scan' });
  }
}

/** Counts a place: most buckets are as the ledger says, a few hold a little less or more. */
export function countPlace(day: Day, home: DemoPlaceKey): void {
  const here = catalogue.filter(({ product }) => product.home === home);
  const found = here
    .flatMap(({ product }) => spotsOf(day, product.key).slice(0, 1))
    .slice(0, 16)
    .map(({ pile, place, qty }) => {
      const off = day.random.chance(0.15) ? stepOf(pile) * (day.random.chance(0.8) ? -1 : 1) : 0;
      const room = pile.vessel ? amount(pile.lot.product.pack) : Number.POSITIVE_INFINITY;
      return { what: pile.lot.id, place, qty: Math.min(room, Math.max(0, qty + off)) };
    });
  if (found.length > 0) day.journal.count(day.at(8, day.random.pick(keepers)), found, day.journal.postings.length);
}

/** What expired more than two weeks ago goes to waste; what was overlooked is still there. */
export function discardExpired(day: Day): void {
  const gone = day.store.piles.filter(
    ({ lot, place }) =>
      lot.expires !== null &&
      lot.expires < day.offset - 14 &&
      !day.closed.has(`${lot.id}@${place}`) &&
      day.journal.balance(lot.id, place) > 0 &&
      day.random.chance(0.85),
  );
  const entries = gone.map(({ lot, place }) => {
    return { what: lot.id, from: place, to: 'v:waste', qty: day.journal.balance(lot.id, place) };
  });
  if (entries.length === 0) return;
  const who = day.at(12, day.random.pick(keepers));
  day.journal.move('post-consume', who, entries, { via: 'list', note: 'Expired, discarded' });
}
