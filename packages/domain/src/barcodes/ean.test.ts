import { expect, test } from 'vitest';
import { expandUpcE, parseEan, parseIsbn } from './ean.ts';

test.each([
  ['04252614', '042100005264'],
  ['01234505', '012000003455'],
  ['01234523', '012200003453'],
  ['01234531', '012300000451'],
  ['01234543', '012340000053'],
  ['01234558', '012345000058'],
])('UPC-E %s abbreviates %s', (short, long) => {
  expect(expandUpcE(short)).toBe(long);
});

test('what is no UPC-E is not expanded', () => {
  for (const text of ['04252615', '24252614', '0425261', 'A4252614']) expect(expandUpcE(text)).toBeUndefined();
});

test('a symbology of EAN makes a wrong check digit an error, plain digits are simply no EAN', () => {
  expect(parseEan('96385075')).toEqual({ ok: false, code: 'not-ean' });
  expect(parseEan('96385075', ']E4')).toEqual({ ok: false, code: 'check-digit' });
  expect(parseEan('96385075', ']E0')).toEqual({ ok: false, code: 'check-digit' });
});

test('a decoder that passes EAN-8 under the identifier of EAN-13 is still understood', () => {
  expect(parseEan('96385074', ']E0')).toEqual({ ok: true, items: [{ gtin: '00000096385074' }] });
});

test.each([
  'ISBN 0-306-40615-3',
  '0-306-40615-2',
  '978-0-306-40615-8',
  'ISBN',
  'ISBN-13: 9780306406158',
  'ISBN 030640615',
])('%s is no ISBN', (text) => {
  expect(parseIsbn(text)).toBeUndefined();
});

test('both forms of an ISBN give the same book', () => {
  expect(parseIsbn('ISBN-10: 0306406152')).toEqual(parseIsbn('ISBN-13 978-0-306-40615-7'));
  expect(parseIsbn('ISBN 0-00-000000-0')).toEqual({ gtin: '09780000000002', isbn: '9780000000002' });
});
