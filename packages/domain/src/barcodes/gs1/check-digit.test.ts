import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit, hasValidCheckDigit, isSscc, toGtin14 } from './check-digit.ts';

test.each([
  ['629104150021', '3'],
  ['9638507', '4'],
  ['03600029145', '2'],
  ['10614141123456789', '7'],
])('the check digit of %s is %s', (body, digit) => {
  expect(checkDigit(body)).toBe(digit);
});

test('GTINs of every length become fourteen digits, and a padded GTIN keeps its check digit', () => {
  fc.assert(
    fc.property(fc.constantFrom(7, 11, 12, 13), fc.infiniteStream(fc.nat(9)), (length, stream) => {
      const body = [...stream.take(length)].join('');
      const gtin = body + checkDigit(body);
      expect(toGtin14(gtin)).toBe(gtin.padStart(14, '0'));
      expect(hasValidCheckDigit(gtin.padStart(14, '0'))).toBe(true);
    }),
  );
});

test('other lengths, letters and wrong check digits are no GTIN', () => {
  for (const text of ['', '7', '963850', '96385075', 'ABCDEFGH', '123456789', '96385074\n'])
    expect(toGtin14(text)).toBeUndefined();
});

test('an SSCC has eighteen digits', () => {
  expect(isSscc('106141411234567897')).toBe(true);
  expect(isSscc('106141411234567890')).toBe(false);
  expect(isSscc('96385074')).toBe(false);
});
