import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullYear, isoDate, isoFromDayOfYear, isoFromYymmdd } from './dates.ts';

test.each([
  [26, 2026],
  [27, 2027],
  [76, 2076],
  [77, 1977],
  [99, 1999],
  [0, 2000],
])('in 2026 the year %i means %i', (two, full) => {
  expect(fullYear(two, '2026-11-22')).toBe(full);
});

test('near the end of a century the window reaches into the next', () => {
  expect(fullYear(2, '2099-01-01')).toBe(2102);
  expect(fullYear(48, '2099-01-01')).toBe(2148);
  expect(fullYear(50, '2099-01-01')).toBe(2050);
});

test('a year is never more than 50 ahead or 49 behind', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1970, max: 2200 }), (two, year) => {
      const full = fullYear(two, `${year}-06-01`);
      expect(full % 100).toBe(two);
      expect(full - year).toBeGreaterThanOrEqual(-50);
      expect(full - year).toBeLessThanOrEqual(50);
    }),
  );
});

test('day 00 is the last day of the month, in leap years too', () => {
  expect(isoFromYymmdd('280200', '2026-11-22')).toBe('2028-02-29');
  expect(isoFromYymmdd('270200', '2026-11-22')).toBe('2027-02-28');
  expect(isoFromYymmdd('270400', '2026-11-22')).toBe('2027-04-30');
  expect(isoDate(1900, 2, 0)).toBe('1900-02-28');
  expect(isoDate(2000, 2, 0)).toBe('2000-02-29');
});

test('days that do not exist are refused', () => {
  expect(isoDate(2027, 0, 1)).toBeUndefined();
  expect(isoDate(2027, 13, 1)).toBeUndefined();
  expect(isoDate(2027, 4, 31)).toBeUndefined();
  expect(isoDate(2027, 4, -1)).toBeUndefined();
});

test('days of the year run to 365, or 366 in a leap year', () => {
  expect(isoFromDayOfYear(2027, 1)).toBe('2027-01-01');
  expect(isoFromDayOfYear(2027, 365)).toBe('2027-12-31');
  expect(isoFromDayOfYear(2028, 366)).toBe('2028-12-31');
  expect(isoFromDayOfYear(2027, 366)).toBeUndefined();
  expect(isoFromDayOfYear(2027, 0)).toBeUndefined();
});
