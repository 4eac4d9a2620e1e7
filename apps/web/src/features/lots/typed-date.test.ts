import { expect, test } from 'vitest';
import { parseTypedDate } from './typed-date.ts';

const today = '2026-11-22';

test.each([
  ['2027-03-31', '2027-03-31'],
  ['2027-3-1', '2027-03-01'],
  ['31.03.2027', '2027-03-31'],
  ['3.4.2027', '2027-04-03'],
  ['03/2027', '2027-03-31'],
  ['02/2028', '2028-02-29'],
  ['3/27', '2027-03-31'],
  ['2027-03', '2027-03-31'],
  [' 11.2026 ', '2026-11-30'],
  ['31/03/2027', '2027-03-31'],
  ['03/31/2027', '2027-03-31'],
  ['05/05/2027', '2027-05-05'],
])('%s is read as %s', (text, day) => {
  expect(parseTypedDate(text, today)).toEqual({ ok: true, value: day });
});

test('nothing typed is no expiry', () => {
  expect(parseTypedDate('  ', today)).toEqual({ ok: true, value: null });
});

test.each([
  ['03/04/2027', 'date-ambiguous'],
  ['soon', 'date-unclear'],
  ['2027', 'date-unclear'],
  ['2027-02-30', 'date-not-there'],
  ['31.02.2027', 'date-not-there'],
  ['13/2027', 'date-not-there'],
  ['0.03.2027', 'date-not-there'],
])('%s is refused as %s', (text, code) => {
  expect(parseTypedDate(text, today)).toMatchObject({ ok: false, code });
});
