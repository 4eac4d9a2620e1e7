/**
 * What a device shows, against a server of a few lines and a reckoning that knows nothing of the replica: the rule of
 * SPEC L1 over every entry that is in the base or on an own op that the base does not hold.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Act, buckets, History } from '../testing/history.testkit.ts';

/** Mostly one bucket, and what arrives late mostly a little late: rare orders must meet to be worth anything. */
const place = fc.constantFrom(0, 0, 0, 1);
const qty = fc.integer({ min: 1, max: 20 });
const back = fc.nat({ max: 6 });
const pick = fc.nat({ max: 30 });
const whose = fc.constantFrom('mine' as const, 'theirs' as const);

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('move' as const), whose, place, qty, back, sign: fc.constantFrom(1, -1) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('count' as const), whose, place, qty, back }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('void' as const), whose, pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('push' as const),
      ops: fc.integer({ min: 1, max: 3 }),
      verdict: pick,
      lost: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'grant' as const }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('pull' as const), rows: fc.integer({ min: 1, max: 4 }) }) },
);

const acts = (skewMax: number) =>
  fc.tuple(fc.array(act, { minLength: 4, maxLength: 24, size: 'max' }), fc.nat({ max: skewMax }));

test('[V1, V2, V5, V6] after every step a device shows the fold of its base and of its own ops, whatever came late', () => {
  fc.assert(
    fc.property(acts(6), ([steps, skew]) => {
      const history = new History(skew);
      for (const step of steps) {
        history.take(step);
        if (history.shown().join() !== history.reckoned().join()) expect(history.shown()).toEqual(history.reckoned());
      }
    }),
    { numRuns: 1_000 },
  );
});

test('[V3] an acknowledgement alone changes nothing on the screen, unless it refuses', () => {
  fc.assert(
    fc.property(acts(0), ([steps]) => {
      const history = new History(0);
      for (const step of steps) {
        const before = history.shown();
        const refused = history.refused;
        history.take(step);
        if (step.act === 'push' && history.refused === refused) expect(history.shown()).toEqual(before);
      }
    }),
    { numRuns: 200 },
  );
});

test('[V3] when everything is sent and fetched, nothing is left over the base and the device shows what the server has', () => {
  fc.assert(
    fc.property(acts(6), ([steps, skew]) => {
      const history = new History(skew);
      for (const step of steps) history.take(step);
      history.settle();
      expect(history.replica.overlaid).toEqual([]);
      expect(history.shown()).toEqual(history.reckoned());
      for (const bucket of buckets) {
        expect(history.replica.balance(bucket)).toEqual(history.replica.baseBalance(bucket));
        expect(history.replica.isOwn('balance', bucket)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});
