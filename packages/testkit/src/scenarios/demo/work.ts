/** What happens at the bench: taking, bringing nearer, and the slips that are undone. */
import type { Movement } from '@tidylab/domain/ledger/model';
import type { Random } from '../../random.ts';
import { catalogue, type Kept } from './catalogue.ts';
import { type Day, isBench, someBench, type Spot, spotsOf, stepOf } from './day.ts';
import { someone } from './people.ts';

/** How often a category is asked for, beside one another. */
const demand: Readonly<Record<string, number>> = {
  Solvents: 5,
  'Cell culture': 6,
  'Pipette tips': 9,
  Protection: 7,
  Tubes: 7,
  Plates: 5,
  Kits: 4,
  Enzymes: 3,
  Antibodies: 2,
  Equipment: 0,
};

/** Every product once for each time it is likely to be asked for, so that picking one is picking by demand. */
export function demandOf(random: Random): readonly Kept[] {
  return catalogue
    .filter(({ group }) => group !== 'equipment')
    .flatMap((kept) => Array<Kept>((demand[kept.product.category] ?? 1) * (1 + random.int(4))).fill(kept));
}

/** Two to four steps at most of what stands in front. */
function take(day: Day, { pile, place, qty }: Spot): Movement {
  const steps = 1 + day.random.int(pile.lot.group === 'consumable' ? 2 : 4);
  return { what: pile.lot.id, from: place, to: 'v:consumed', qty: Math.min(qty, stepOf(pile) * steps) };
}

function bring(day: Day, { pile, place, qty }: Spot): Movement {
  return { what: pile.lot.id, from: place, to: someBench(day.random), qty: Math.min(qty, stepOf(pile) * 4) };
}

/** One thing, or a few of the same category together: a PCR, a blot, a passage. */
export function oneTask(day: Day, demands: readonly Kept[]): void {
  const { random, journal } = day;
  const wanted = random.pick(demands);
  const [first] = spotsOf(day, wanted.product.key);
  if (first === undefined) return;
  const who = day.at(3 + random.int(38), someone(random));
  if (wanted.group === 'consumable' && !isBench(first.place) && random.chance(0.4)) {
    journal.move('post-transfer', who, [bring(day, first)], { via: 'scan' });
    return;
  }
  const together = random.chance(0.12)
    ? demands.filter(({ product }) => product.category === wanted.product.category)
    : [];
  const entries = new Map([[first.pile.lot.id, take(day, first)]]);
  for (let i = 0; i < 2 && together.length > 0; i++) {
    const [also] = spotsOf(day, random.pick(together).product.key);
    if (also !== undefined && !entries.has(also.pile.lot.id)) entries.set(also.pile.lot.id, take(day, also));
  }
  journal.move('post-consume', who, [...entries.values()], { via: random.chance(0.85) ? 'scan' : 'typed' });
}

/** Ten times what was taken is typed, seen and undone within minutes. */
export function slip(day: Day, key: string): void {
  const spot = spotsOf(day, key).find(({ pile, qty }) => qty >= stepOf(pile) * 5);
  if (spot === undefined) return;
  const qty = Math.min(spot.qty, stepOf(spot.pile) * 10);
  const entries = [{ what: spot.pile.lot.id, from: spot.place, to: 'v:consumed', qty }];
  const by = someone(day.random);
  const wrong = day.journal.move('post-consume', day.at(6, by), entries, { via: 'typed' });
  day.journal.undo(day.at(3, by), wrong, 'Typed one digit too many');
}

/** A bottle breaks, a box gets wet. */
export function mishap(day: Day, key: string, note: string): void {
  const [spot] = spotsOf(day, key);
  if (spot === undefined) return;
  const entries = [{ what: spot.pile.lot.id, from: spot.place, to: 'v:adjustment', qty: spot.qty }];
  day.journal.move('post-adjust', day.at(9, someone(day.random)), entries, { via: 'typed', note });
}

/** More is taken than the ledger knows of: a delivery that nobody booked. The bucket stays so, for a person to look at. */
export function takeTooMuch(day: Day, key: string): void {
  const pile = day.store.pilesOf(key).at(-1);
  if (pile === undefined) return;
  const { lot, place } = pile;
  const qty = Math.max(0, day.journal.balance(lot.id, place)) + stepOf(pile) * 2;
  const entries = [{ what: lot.id, from: place, to: 'v:consumed', qty }];
  day.journal.overdraw(day.at(11, someone(day.random)), entries, { via: 'typed' });
  day.closed.add(`${lot.id}@${place}`);
}
