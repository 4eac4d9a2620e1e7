import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url, toHex, utf8 } from './bytes.ts';

test.each([
  ['', ''],
  ['f', 'Zg'],
  ['fo', 'Zm8'],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg'],
  ['fooba', 'Zm9vYmE'],
  ['foobar', 'Zm9vYmFy'],
])('base64url of "%s" is the vector of RFC 4648 without its padding', (text, encoded) => {
  expect(toBase64url(utf8(text))).toBe(encoded);
  expect(fromBase64url(encoded)).toEqual(utf8(text));
});

test('bytes survive base64url, and the text is that of another implementation', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(
        btoa(String.fromCharCode(...bytes))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replaceAll('=', ''),
      );
      expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('no two texts give the same bytes', () => {
  const text = fc.string({ unit: fc.constantFrom(...'AQgwZz09-_'), maxLength: 12 });
  fc.assert(
    fc.property(text, (one) => {
      const bytes = fromBase64url(one);
      return bytes === undefined || toBase64url(bytes) === one;
    }),
  );
  expect(fromBase64url('Zh')).toBeUndefined();
});

test.each(['A', 'AAAAA', 'Zg==', 'a+b/', 'Zm 9', 'é'])('"%s" is not base64url', (text) => {
  expect(fromBase64url(text)).toBeUndefined();
});

test('hex has two lower-case digits for each byte, UTF-8 is that of the standard', () => {
  expect(toHex(Uint8Array.from([0, 15, 171, 255]))).toBe('000fabff');
  expect(toHex(utf8('µL €😀'))).toBe('c2b54c20e282acf09f9880');
});
