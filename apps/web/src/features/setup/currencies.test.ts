import { expect, test } from 'vitest';
import { currencies, guessCurrency } from './currencies.ts';

test('the region of the language says the currency', () => {
  expect(guessCurrency('de-CH', 'Europe/Berlin')).toBe('CHF');
  expect(guessCurrency('en-GB', 'Europe/Berlin')).toBe('GBP');
  expect(guessCurrency('zh-Hant-TW', 'Asia/Taipei')).toBe('TWD');
});

test('without a region, or with one that is not known, the time zone says it', () => {
  expect(guessCurrency('de', 'Europe/Berlin')).toBe('EUR');
  expect(guessCurrency('en', 'Europe/London')).toBe('GBP');
  expect(guessCurrency('en-AQ', 'Australia/Sydney')).toBe('AUD');
  expect(guessCurrency('en', 'America/Chicago')).toBe('USD');
});

test('the list names each currency once, and the guessed one is in it', () => {
  const list = currencies('en', 'CHF');
  const codes = list.map(({ value }) => value);
  expect(new Set(codes).size).toBe(codes.length);
  expect(list).toContainEqual({ value: 'CHF', label: 'CHF – Swiss Franc' });
});
