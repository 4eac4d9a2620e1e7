import { expect, test } from 'vitest';
import { expiryOf } from './expiry.ts';

test('a lot is good until the end of its last day', () => {
  expect(expiryOf('2026-11-22', '2026-11-22')).toEqual({ state: 'soon', day: '2026-11-22', days: 0 });
  expect(expiryOf('2026-11-21', '2026-11-22')).toEqual({ state: 'expired', day: '2026-11-21', days: 1 });
});

test('thirty days are soon and thirty-one are not', () => {
  expect(expiryOf('2026-12-22', '2026-11-22')).toMatchObject({ state: 'soon', days: 30 });
  expect(expiryOf('2026-12-23', '2026-11-22')).toMatchObject({ state: 'good', days: 31 });
});

test('a lot without an expiry, or with one that is no date, does not expire', () => {
  expect(expiryOf(null, '2026-11-22')).toEqual({ state: 'none' });
  expect(expiryOf('2026-99-99', '2026-11-22')).toEqual({ state: 'none' });
});
