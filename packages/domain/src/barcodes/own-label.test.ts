import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOwnCode, ownCodeFromBytes, ownCodeFromPrinted, ownCodeUrl, parseOwnCode } from './own-label.ts';

const eightBytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

test('a code comes back from its address, its printed form and its bare form, in any case', () => {
  fc.assert(
    fc.property(
      eightBytes,
      fc.constantFrom('https://lab.example.org', 'http://localhost:8080', 'https://10.0.0.7'),
      (bytes, origin) => {
        const code = ownCodeFromBytes(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
        for (const form of [ownCodeUrl(origin, code), formatOwnCode(code), code]) {
          expect(parseOwnCode(form)).toBe(code);
          expect(parseOwnCode(form.toLowerCase())).toBe(code);
        }
      },
    ),
  );
});

test('the code uses the first sixty bits and no others', () => {
  expect(ownCodeFromBytes(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 15))).toBe('000000000000');
  expect(ownCodeFromBytes(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 240))).toBe('ZZZZZZZZZZZZ');
  expect(
    ownCodeFromBytes(
      Uint8Array.of(
        0b00001_000,
        0b10_00011_0,
        0b0100_0010,
        0b1_00110_00,
        0b111_01000,
        0b01001_010,
        0b10_01011_0,
        0b1100_0000,
      ),
    ),
  ).toBe('123456789ABC');
});

test('two codes differ when any of their sixty bits differ', () => {
  fc.assert(
    fc.property(eightBytes, fc.nat(59), (bytes, bit) => {
      const other = Uint8Array.from(bytes);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
      expect(ownCodeFromBytes(other)).not.toBe(ownCodeFromBytes(bytes));
    }),
  );
});

test('letters that look like digits are read as digits', () => {
  expect(ownCodeFromPrinted('O0oI-iLl1-ABCD')).toBe('00011111ABCD');
});

test.each([
  'https://lab.example.org/c/7ZK3M9QWERT',
  'https://lab.example.org/x/7ZK3M9QWERTA',
  'https://lab.example.org/c/7ZK3M9QWERTU',
  'ftp://lab.example.org/c/7ZK3M9QWERTA',
  '7ZK3-M9QWERTA',
  '7ZK3M9QWERTAA',
  '7ZK3M9QWERT!',
  '',
])('%s is no code of ours', (text) => {
  expect(parseOwnCode(text)).toBeUndefined();
});

test('fewer or more than eight bytes are a mistake of the caller', () => {
  expect(() => ownCodeFromBytes(new Uint8Array(7))).toThrow(RangeError);
});
