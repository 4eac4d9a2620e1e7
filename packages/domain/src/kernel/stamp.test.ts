import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  earlierStamp,
  effectiveStamp,
  isStamp,
  laterStamp,
  makeStamp,
  nextStamp,
  type Stamp,
  stampAfter,
  stampMs,
} from './stamp.ts';

const ms = fc.integer({ min: 0, max: 2 ** 47 });
const counter = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constant(0xffff));
const stamp = fc.tuple(ms, counter).map(([at, count]) => makeStamp(at, count));

test('[T1] stamps sort as text in the order of time, then of the counter', () => {
  fc.assert(
    fc.property(ms, counter, ms, counter, (a, x, b, y) => {
      const byNumber = a - b || x - y;
      const [s, t] = [makeStamp(a, x), makeStamp(b, y)];
      return byNumber === 0 ? s === t : byNumber < 0 === s < t;
    }),
  );
});

test('a stamp is 16 lower-case hex digits and gives its milliseconds back', () => {
  expect(makeStamp(1_700_000_000_000, 10)).toBe('018bcfe56800000a');
  fc.assert(
    fc.property(ms, counter, (at, count) => isStamp(makeStamp(at, count)) && stampMs(makeStamp(at, count)) === at),
  );
  for (const text of ['', '018BCFE56800000A', '018bcfe56800000', '018bcfe56800000ag'])
    expect(isStamp(text)).toBe(false);
});

test('[T1] the next stamp is the smallest one above, also when the counter is full', () => {
  expect(nextStamp(makeStamp(5, 7))).toBe(makeStamp(5, 8));
  expect(nextStamp(makeStamp(5, 0xffff))).toBe(makeStamp(6, 0));
  fc.assert(fc.property(stamp, (s) => nextStamp(s) > s));
});

test("[T2] a device's stamp is above its last, whatever its clock does", () => {
  fc.assert(
    fc.property(fc.array(ms, { minLength: 1, maxLength: 30 }), (clock) => {
      let last: Stamp | undefined;
      for (const now of clock) {
        const made = stampAfter(now, last);
        expect(last === undefined || made > last).toBe(true);
        expect(stampMs(made)).toBeGreaterThanOrEqual(now);
        last = made;
      }
    }),
  );
});

test('[T2] a clock that moves on gives the time itself, a fraction of a millisecond cut off', () => {
  expect(stampAfter(1000.9, undefined)).toBe(makeStamp(1000, 0));
  expect(stampAfter(1001, makeStamp(1000, 3))).toBe(makeStamp(1001, 0));
  expect(stampAfter(-5, undefined)).toBe(makeStamp(0, 0));
});

test('[T3] the effective stamp is the device stamp, when that is not ahead of the receiving clock', () => {
  expect(effectiveStamp(makeStamp(900, 4), 1000, undefined)).toBe(makeStamp(900, 4));
  expect(effectiveStamp(makeStamp(1000, 9), 1000, makeStamp(1000, 8))).toBe(makeStamp(1000, 9));
});

test('[T3] a stamp ahead of the receiving clock is cut to it, one not above its stream goes one above', () => {
  expect(effectiveStamp(makeStamp(5000, 0), 1000, undefined)).toBe(makeStamp(1000, 0xffff));
  expect(effectiveStamp(makeStamp(900, 0), 1000, makeStamp(950, 2))).toBe(makeStamp(950, 3));
  expect(effectiveStamp(makeStamp(5000, 0), 1000, makeStamp(1000, 0xffff))).toBe(makeStamp(1001, 0));
});

test("[T4] one stream's own order never changes, for any stamps and any receiving clock", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(stamp, ms), { maxLength: 30 }), (received) => {
      let last: Stamp | undefined;
      for (const [hlc, at] of received) {
        const eff = effectiveStamp(hlc, at, last);
        expect(last === undefined || eff > last).toBe(true);
        last = eff;
      }
    }),
  );
});

test('the later and the earlier of two stamps are the two', () => {
  fc.assert(
    fc.property(stamp, stamp, (a, b) => [earlierStamp(a, b), laterStamp(a, b)].join() === [a, b].sort().join()),
  );
});

test('a stamp that cannot be written is a bug', () => {
  for (const at of [-1, 0.5, 2 ** 48]) expect(() => makeStamp(at, 0)).toThrow('48 bits');
  for (const count of [-1, 0x10000]) expect(() => makeStamp(0, count)).toThrow('counts to');
});
