import { expect, test } from 'vitest';
import { parseCounted, parseOptional } from './typed-amount.ts';

test.each(['0', '0,0', ' 00.', '0.00'])('a count of "%s" found nothing', (text) => {
  expect(parseCounted(text, 'mL')).toEqual({ ok: true, value: 0 });
});

test.each([
  ['', 'quantity-not-a-number'],
  ['-1', 'quantity-not-positive'],
  ['none', 'quantity-not-a-number'],
])('a count of "%s" is refused as %s', (text, code) => {
  expect(parseCounted(text, 'mL')).toMatchObject({ ok: false, code });
});

test('a count reads as any amount', () => {
  expect(parseCounted('2,5', 'mL')).toEqual({ ok: true, value: 2_500_000 });
});

test('an optional amount that is not typed is none, and one of zero is refused', () => {
  expect(parseOptional(' ', 'g')).toEqual({ ok: true, value: null });
  expect(parseOptional('1', 'g')).toEqual({ ok: true, value: 1_000_000 });
  expect(parseOptional('0', 'g')).toMatchObject({ ok: false, code: 'quantity-not-positive' });
});
