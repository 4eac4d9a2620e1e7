/**
 * Six weeks of the lab: the opening stock, the deliveries, and what people took, moved, counted and undid.
 * Lots past their expiry stand where they are and are not used.
 */
import { assert } from '@tidylab/domain/kernel/assert';
import { locationPlace, type Place } from '@tidylab/domain/ledger/model';
import type { Random } from '../../random.ts';
import { dayStart, workdaysBefore } from './calendar.ts';
import { type Journal, openJournal } from './journal.ts';
import { placeRows, places } from './places.ts';
import { amount } from './rows.ts';
import { type Holding, idOf, locationId, type StockLot } from './stock.ts';

const minute = 60_000;
const weeks = 6;

interface Day {
  readonly journal: Journal;
  readonly stock: readonly Holding[];
  readonly random: Random;
  readonly today: string;
  /** Days before today, negative. */
  readonly offset: number;
}

const clock = (day: Day, hour: number, minutes: number): number =>
  dayStart(day.today, day.offset) + (hour * 60 + minutes) * minute;
const hasArrived = (lot: StockLot, offset: number): boolean =>
  lot.terms.arrived === null || -lot.terms.arrived <= offset;
const enter = (from: Place) => (holding: Holding) => ({
  what: holding.lot.id,
  from,
  to: holding.place,
  qty: holding.qty,
});

/** What was there on the first day, posted place by place. */
function openingStock(day: Day): void {
  let at = clock(day, 7, 0);
  for (const [key] of placeRows) {
    const here = day.stock.filter(({ lot }) => lot.row.home === key && lot.terms.arrived === null);
    if (here.length === 0) continue;
    const note = `Opening stock: ${places[key].name}`;
    day.journal.move('post-receive', { atMs: at, by: 'mira' }, here.map(enter('v:opening')), { via: 'list', note });
    at += 6 * minute;
  }
}

/** Deliveries booked between the day before's work and this day's, one posting for each maker. */
function deliveries(day: Day, since: number): void {
  const due = day.stock.filter(({ lot }) => hasArrived(lot, day.offset) && !hasArrived(lot, since));
  const makers = [...new Set(due.map(({ lot }) => lot.row.maker))];
  makers.forEach((maker, i) => {
    const entries = due.filter(({ lot }) => lot.row.maker === maker).map(enter('v:supplier'));
    const who = { atMs: clock(day, 8, 10 + 8 * i), by: i % 2 === 0 ? 'jonas' : 'mira' };
    day.journal.move('post-receive', who, entries, { via: 'scan' });
  });
}

/** Of each lot the first vessel that is not empty; loose pieces wherever they are. */
function usable(day: Day): { lot: StockLot; place: Place; qty: number }[] {
  const seen = new Set<string>();
  const out: { lot: StockLot; place: Place; qty: number }[] = [];
  for (const { lot, place } of day.stock) {
    if (lot.group === 'equipment' || (lot.terms.days ?? 1) < 0) continue;
    const spots = lot.group === 'consumable' ? [place, ...benches] : [place];
    for (const spot of spots) {
      const qty = day.journal.balance(lot.id, spot);
      if (qty === 0 || (lot.group !== 'consumable' && seen.has(lot.id))) continue;
      seen.add(lot.id);
      out.push({ lot, place: spot, qty });
    }
  }
  return out;
}

const benches: readonly Place[] = [locationPlace(locationId('bench2'))];

function ordinaryWork(day: Day): void {
  let at = clock(day, 10, 0);
  const times = 3 + day.random.int(4);
  for (let i = 0; i < times; i++) {
    at += (5 + day.random.int(55)) * minute;
    const from = day.random.pick(usable(day));
    const step = amount(from.lot.row.use ?? from.lot.row.pack);
    const who = { atMs: at, by: day.random.pick(['jonas', 'jonas', 'mira']) };
    const loose = from.lot.group === 'consumable' && !benches.includes(from.place);
    const qty = Math.min(from.qty, step * (1 + day.random.int(2)));
    if (loose && from.lot.row.home !== 'bench1' && day.random.chance(0.5)) {
      const to = day.random.pick(benches);
      day.journal.move('post-transfer', who, [{ what: from.lot.id, from: from.place, to, qty }], { via: 'scan' });
    } else {
      const via = day.random.chance(0.8) ? 'scan' : 'typed';
      day.journal.move('post-consume', who, [{ what: from.lot.id, from: from.place, to: 'v:consumed', qty }], { via });
    }
  }
}

function holdingOf(day: Day, key: string, index: number): Holding {
  const found = day.stock.filter(({ lot }) => lot.row.key === key)[index];
  assert(found, `no holding ${index} of ${key}`);
  return found;
}

/** Jonas types ten times what he took, and Mira undoes it four minutes later. */
function slip(day: Day): void {
  const { lot, place } = holdingOf(day, 'ethanol', 1);
  const entries = [{ what: lot.id, from: place, to: 'v:consumed', qty: amount('1 L') }];
  const wrong = day.journal.move('post-consume', { atMs: clock(day, 9, 12), by: 'jonas' }, entries, { via: 'typed' });
  day.journal.undo({ atMs: clock(day, 9, 16), by: 'mira' }, wrong, 'Took 100 mL, typed 1 L');
}

/** A count that finds less than the ledger says. @param records how many records are in the feed before the postings. */
function recount(day: Day, records: number): void {
  const { lot, place } = holdingOf(day, 'methanol', 1);
  const found = day.journal.balance(lot.id, place) - amount('40 mL');
  day.journal.count(
    { atMs: clock(day, 9, 20), by: 'mira' },
    [{ what: lot.id, place, qty: found }],
    records + day.journal.postings.length,
  );
}

/** A box of gloves got wet. */
function spoiled(day: Day): void {
  const { lot, place } = holdingOf(day, 'gloves', 0);
  const entries = [{ what: lot.id, from: place, to: 'v:adjustment', qty: amount('100') }];
  day.journal.move('post-adjust', { atMs: clock(day, 9, 40), by: 'mira' }, entries, {
    via: 'typed',
    note: 'Box soaked under the sink',
  });
}

export function labWeeks(stock: readonly Holding[], records: number, today: string, random: Random): Journal {
  const journal = openJournal(idOf);
  const offsets = workdaysBefore(today, weeks * 7);
  offsets.forEach((offset, i) => {
    const day: Day = { journal, stock, random, today, offset };
    if (i === 0) openingStock(day);
    deliveries(day, offsets[i - 1] ?? offset);
    if (i === 9) slip(day);
    if (i === 22) spoiled(day);
    if (i === 26) recount(day, records);
    if (i > 0) ordinaryWork(day);
  });
  return journal;
}
