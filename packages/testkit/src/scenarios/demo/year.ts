/** A year of the demo lab, day by day. */
import type { Random } from '../../random.ts';
import { workdaysBefore } from '../lab/calendar.ts';
import { type Journal, openJournal } from '../lab/journal.ts';
import { catalogue, type Kept } from './catalogue.ts';
import { type Day, openDay, type Year } from './day.ts';
import { countPlace, deliveries, discardExpired, openingStock } from './keeping.ts';
import { demoPlaces } from './places.ts';
import { idOf, openStore, type Store } from './stock.ts';
import { demandOf, mishap, oneTask, slip, takeTooMuch } from './work.ts';

const days = 365;

/** What happens once, by the number of the workday. */
const events: Readonly<Record<number, (day: Day) => void>> = {
  23: (day) => slip(day, 'ethanol'),
  61: (day) => mishap(day, 'glycerol', 'Bottle dropped'),
  88: (day) => slip(day, 'tris'),
  104: (day) => mishap(day, 'gloves', 'Box soaked under the sink'),
  133: (day) => slip(day, 'acetone'),
  171: (day) => slip(day, 'dpbs'),
  190: (day) => mishap(day, 'acetic-acid', 'Bottle cracked in the tray'),
  209: (day) => slip(day, 'isopropanol'),
};

/** What happens once near the end, by the number of workdays before the last. */
const lateEvents: Readonly<Record<number, (day: Day) => void>> = {
  9: (day) => takeTooMuch(day, 'tips-200'),
  6: (day) => takeTooMuch(day, 'dmem'),
  4: (day) => slip(day, 'sodium-chloride'),
  2: (day) => takeTooMuch(day, 'gloves'),
};

const isOldHand = ({ product }: Kept, index: number): boolean => product.home === 'bench1' || index % 7 !== 3;

export function demoYear(today: string, random: Random): { journal: Journal; store: Store } {
  const year: Year = { journal: openJournal(idOf), store: openStore(random), random, today, closed: new Set() };
  const old = catalogue.filter(isOldHand);
  const fresh = random.shuffle(catalogue.filter((kept) => !old.includes(kept)));
  const demands = demandOf(random);
  const homes = demoPlaces.map(([key]) => key);
  const workdays = workdaysBefore(today, days);
  workdays.forEach((offset, i) => {
    const day = openDay(year, offset);
    if (i === 0) return openingStock(day, old);
    const arrives = Math.ceil(fresh.length / workdays.length) + (i % 3 === 0 ? 1 : 0);
    if (i % 3 === 0 || i > workdays.length - 4)
      deliveries(day, fresh.splice(0, i > workdays.length - 4 ? fresh.length : arrives));
    const tasks = 7 + random.int(8);
    for (let task = 0; task < tasks; task++) oneTask(day, demands);
    events[i]?.(day);
    lateEvents[workdays.length - 1 - i]?.(day);
    if (i % 4 === 2) countPlace(day, homes[(i >> 2) % homes.length] ?? 'lab');
    if (i % 20 === 19) discardExpired(day);
  });
  return { journal: year.journal, store: year.store };
}
