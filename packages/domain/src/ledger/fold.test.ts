import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidv5 } from '../kernel/ids.ts';
import { makeStamp } from '../kernel/stamp.ts';
import {
  addEntry,
  type BucketEntry,
  bucketEffects,
  type BucketState,
  compareAt,
  emptyBucket,
  foldBucket,
  isAfterCount,
} from './fold.ts';
import type { LedgerEntry } from './model.ts';

const at = (ms: number, op: string) => ({ eff: makeStamp(ms, 0), op });
const movement = (ms: number, op: string, qty: number): BucketEntry => ({ ...at(ms, op), counted: false, qty });
const count = (ms: number, op: string, qty: number): BucketEntry => ({ ...at(ms, op), counted: true, qty });

/** Few instants, so that ties are common; every op has an id of its own. */
const entries = fc.uniqueArray(
  fc.record({
    ms: fc.integer({ min: 0, max: 6 }),
    op: fc.integer({ min: 0, max: 60 }).map((n) => String(n).padStart(2, '0')),
    counted: fc.boolean(),
    qty: fc.integer({ min: -50, max: 50 }),
  }),
  { selector: ({ op }) => op, maxLength: 14 },
);
const history = entries.map((all) =>
  all.map(({ ms, op, counted, qty }) => (counted ? count(ms, op, Math.abs(qty)) : movement(ms, op, qty))),
);
const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
const arrivals = history.chain((all) => fc.tuple(fc.constant(all), shuffled(all)));

/** The rule as SPEC words it, with no order of folding. */
function byTheRule(all: readonly BucketEntry[]): BucketState {
  const last = all
    .filter(({ counted }) => counted)
    .reduce<BucketEntry | undefined>((a, b) => (a && compareAt(a, b) > 0 ? a : b), undefined);
  const counting = all.filter((entry) => !entry.counted && (!last || compareAt(entry, last) > 0));
  const sum = counting.reduce((total, { qty }) => total + qty, 0);
  return last ? { qty: last.qty + sum, count: { eff: last.eff, op: last.op } } : { qty: sum, count: null };
}

/** The states of a bucket that takes entries as they arrive and never reads them all again. */
function arrive(order: readonly BucketEntry[]): BucketState {
  const known: BucketEntry[] = [];
  let state = emptyBucket;
  for (const entry of order) {
    const later = (): number =>
      known.filter((one) => !one.counted && compareAt(one, entry) > 0).reduce((sum, one) => sum + one.qty, 0);
    state = addEntry(state, entry, later);
    known.push(entry);
  }
  return state;
}

test('an empty bucket holds nothing and was never counted', () => {
  expect(foldBucket([])).toEqual({ qty: 0, count: null });
});

test('[L1] a balance is the last count and the movements after it, in whatever order the entries are given', () => {
  fc.assert(
    fc.property(arrivals, ([all, order]) => {
      expect(foldBucket(order)).toEqual(byTheRule(all));
    }),
  );
});

test('[L1] entries delivered twice, kept as a set, give the balance of the set', () => {
  const twice = arrivals.chain(([all, order]) => fc.tuple(fc.constant(all), shuffled([...all, ...order])));
  fc.assert(
    fc.property(twice, ([all, delivered]) => {
      expect(foldBucket(new Map(delivered.map((entry) => [entry.op, entry])).values())).toEqual(foldBucket(all));
    }),
  );
});

test('[L1] adding entries one by one as they arrive gives the fold of them all, late movements and late counts included', () => {
  fc.assert(
    fc.property(arrivals, ([all, order]) => {
      expect(arrive(order)).toEqual(foldBucket(all));
    }),
    { numRuns: 500 },
  );
});

test('[L2] entries of one instant are ordered by op id', () => {
  expect(compareAt(at(1, 'a'), at(1, 'b'))).toBe(-1);
  expect(compareAt(at(1, 'b'), at(1, 'a'))).toBe(1);
  expect(compareAt(at(1, 'a'), at(1, 'a'))).toBe(0);
  expect(compareAt(at(1, 'b'), at(2, 'a'))).toBe(-1);
  expect(compareAt(at(2, 'a'), at(1, 'b'))).toBe(1);
  expect(foldBucket([count(5, 'b', 10), movement(5, 'c', 3), movement(5, 'a', 100)]).qty).toBe(13);
  expect(foldBucket([count(5, 'b', 10), count(5, 'a', 99)]).qty).toBe(10);
});

test('[L3] a movement before the count in force changes nothing', () => {
  const counted = foldBucket([movement(1, 'a', 40), count(5, 'b', 30)]);
  const late = addEntry(counted, movement(4, 'c', -7), () => 0);
  expect(late).toBe(counted);
  expect(foldBucket([movement(1, 'a', 40), count(5, 'b', 30), movement(4, 'c', -7)])).toEqual(counted);
  expect(isAfterCount(counted, at(4, 'z'))).toBe(false);
  expect(isAfterCount(counted, at(5, 'b'))).toBe(false);
  expect(isAfterCount(counted, at(5, 'c'))).toBe(true);
});

test('[L3] a count that arrives late but was made before the count in force changes nothing', () => {
  const counted = foldBucket([count(5, 'b', 30), movement(6, 'c', 2)]);
  expect(addEntry(counted, count(4, 'd', 99), () => 1000)).toBe(counted);
});

test('[L1] the movements after a count are read only when a new count comes into force', () => {
  const never = (): number => {
    throw new Error('read');
  };
  const state = addEntry(emptyBucket, movement(3, 'a', 5), never);
  expect(addEntry(state, movement(2, 'b', 5), never)).toEqual({ qty: 10, count: null });
  expect(addEntry(state, count(2, 'c', 7), () => 5)).toEqual({ qty: 12, count: at(2, 'c') });
});

const lot = (n: number): string => uuidv5(`lot ${n}`);
const places = ['v:supplier', 'v:consumed', 'v:adjustment', `c:${lot(7)}`, `l:${lot(8)}`, `l:${lot(9)}`];
const movements = fc.array(
  fc.record({
    what: fc.constantFrom(lot(1), lot(2)),
    from: fc.constantFrom(...places),
    to: fc.constantFrom(...places),
    qty: fc.integer({ min: 1, max: 99 }),
  }),
  { maxLength: 12 },
);

test('a movement takes from one place what it brings to another: nothing appears and nothing is lost', () => {
  fc.assert(
    fc.property(movements, (all) => {
      for (const what of [lot(1), lot(2)]) {
        const real = [...bucketEffects(all).values()].filter((effect) => effect.what === what);
        const inRealPlaces = real.reduce((sum, { qty }) => sum + qty, 0);
        const own = all.filter((entry) => entry.what === what);
        const entered = own.filter(({ from }) => from.startsWith('v:')).reduce((sum, { qty }) => sum + qty, 0);
        const left = own.filter(({ to }) => to.startsWith('v:')).reduce((sum, { qty }) => sum + qty, 0);
        expect(inRealPlaces).toBe(entered - left);
      }
    }),
  );
});

test('the entries of one posting on one bucket are summed, and virtual places hold no balance', () => {
  const [box, shelf] = [`l:${lot(8)}`, `l:${lot(9)}`];
  const posting: LedgerEntry[] = [
    { what: lot(1), from: 'v:supplier', to: box, qty: 10 },
    { what: lot(1), from: box, to: shelf, qty: 4 },
    { what: lot(2), from: box, to: 'v:consumed', qty: 1 },
  ];
  expect([...bucketEffects(posting)]).toEqual([
    [`${lot(1)}@${box}`, { what: lot(1), place: box, counted: false, qty: 6 }],
    [`${lot(1)}@${shelf}`, { what: lot(1), place: shelf, counted: false, qty: 4 }],
    [`${lot(2)}@${box}`, { what: lot(2), place: box, counted: false, qty: -1 }],
  ]);
});

test('a count of zero is an effect, since an empty place was counted', () => {
  const entry = { what: lot(1), place: `l:${lot(8)}`, qty: 0, expectedSeen: null, headSeen: 0 };
  expect([...bucketEffects([entry]).values()]).toEqual([{ what: lot(1), place: entry.place, counted: true, qty: 0 }]);
});
