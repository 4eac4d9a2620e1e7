import { expect, test } from 'vitest';
import { addDays, dayIn, daysBetween } from './calendar.ts';
import { decimalSeparator, formatAge, formatBytes, formatInstant } from './format.ts';

const zone = 'Europe/Berlin';
const now = Date.parse('2026-11-22T09:41:00Z');

test('an instant of today is told by its time in the lab, not on the device', () => {
  expect(formatInstant(Date.parse('2026-11-22T08:41:00Z'), now, 'en-GB', zone)).toBe('09:41');
});

test('an instant of yesterday says so, even across midnight by minutes', () => {
  expect(formatInstant(Date.parse('2026-11-21T22:59:00Z'), now, 'en', zone)).toBe('yesterday 23:59');
  expect(formatInstant(Date.parse('2026-11-21T23:01:00Z'), now, 'en', zone)).toBe('00:01');
});

test('an older instant carries its date', () => {
  expect(formatInstant(Date.parse('2026-10-03T10:00:00Z'), now, 'en', zone)).toBe('3 Oct 2026, 12:00');
});

test('an age is told in the largest unit, and a clock ahead is no age', () => {
  expect(formatAge(now - 5 * 60_000, now, 'en')).toBe('5 minutes ago');
  expect(formatAge(now - 49 * 3_600_000, now, 'en')).toBe('2 days ago');
  expect(formatAge(now + 5000, now, 'en')).toBe('now');
});

test('days are counted on the calendar, over a change of clocks too', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(addDays('2026-02-27', 3)).toBe('2026-03-02');
  expect(dayIn(Date.parse('2026-11-22T23:30:00Z'), zone)).toBe('2026-11-23');
});

test('bytes read as people read them', () => {
  expect(formatBytes(0, 'en')).toBe('0 B');
  expect(formatBytes(12_400_000, 'de')).toBe('12,4 MB');
});

test('the decimal separator is the reader’s', () => {
  expect([decimalSeparator('en'), decimalSeparator('de')]).toEqual(['.', ',']);
});
