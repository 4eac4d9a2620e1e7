import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalIn, formatQuantity, parseQuantity } from './quantity.ts';
import { baseUnits, isUnit, type UnitCode, unitCodes, units } from './units.ts';

const unit = fc.constantFrom(...unitCodes);
const base = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

test('every base quantity survives being shown and read again, in every unit', () => {
  fc.assert(
    fc.property(base, unit, (qty, code) => {
      expect(parseQuantity(decimalIn(qty, code), code)).toEqual({ ok: true, value: qty });
    }),
  );
});

test('every base quantity survives with a decimal comma', () => {
  fc.assert(
    fc.property(base, unit, (qty, code) => {
      const [number = ''] = formatQuantity(qty, code, ',').split(' ');
      expect(parseQuantity(number, code)).toEqual({ ok: true, value: qty });
    }),
  );
});

test.each([
  ['2.5', 'mL', 2_500_000],
  ['2,5', 'mL', 2_500_000],
  ['2.50', 'mL', 2_500_000],
  [' 2500 ', 'uL', 2_500_000],
  ['+1', 'kg', 1_000_000_000],
  ['.5', 'g', 500_000],
  ['5.', 'g', 5_000_000],
  ['007', '1', 7],
  ['3.0', '1', 3],
  ['9007199254740991', 'ug', Number.MAX_SAFE_INTEGER],
  ['9007199.254740991', 'L', Number.MAX_SAFE_INTEGER],
] as const)('"%s" in %s is %i base units', (text, code, value) => {
  expect(parseQuantity(text, code)).toEqual({ ok: true, value });
});

test.each([
  ['1,000.5', 'mL', 'quantity-not-a-number'],
  ['1 000', 'mL', 'quantity-not-a-number'],
  ['', 'mL', 'quantity-not-a-number'],
  ['   ', 'mL', 'quantity-not-a-number'],
  ['.', 'mL', 'quantity-not-a-number'],
  ['-', 'mL', 'quantity-not-a-number'],
  ['NaN', 'mL', 'quantity-not-a-number'],
  ['Infinity', 'mL', 'quantity-not-a-number'],
  ['1e3', 'mL', 'quantity-not-a-number'],
  ['0x10', 'mL', 'quantity-not-a-number'],
  ['٣', 'mL', 'quantity-not-a-number'],
  ['--1', 'mL', 'quantity-not-a-number'],
  ['-1', 'mL', 'quantity-not-positive'],
  ['0', 'mL', 'quantity-not-positive'],
  ['0,000', 'mL', 'quantity-not-positive'],
  ['0.5', '1', 'quantity-not-whole'],
  ['0.0000001', 'mL', 'quantity-not-whole'],
  ['9007199254740992', 'ug', 'quantity-out-of-range'],
  ['9007199.254740992', 'L', 'quantity-out-of-range'],
  ['99999999999999999999', 'kg', 'quantity-out-of-range'],
  ['999999999999999999999999', 'kg', 'quantity-out-of-range'],
  ['0.000000000000000000000001', 'kg', 'quantity-not-whole'],
  ['9'.repeat(101), 'kg', 'quantity-not-a-number'],
  ['1', 'gal', 'unit-unknown'],
  ['1', '', 'unit-unknown'],
  ['1', 'toString', 'unit-unknown'],
])('[L4] "%s" in %s is refused as %s', (text, code, refusal) => {
  expect(parseQuantity(text, code)).toMatchObject({ ok: false, code: refusal });
});

test('"1,000" is one, never a thousand: the comma is a decimal comma everywhere', () => {
  expect(parseQuantity('1,000', 'mL')).toEqual({ ok: true, value: 1_000_000 });
  expect(parseQuantity('1,234,567', 'mL')).toMatchObject({ ok: false, code: 'quantity-not-a-number' });
});

test('a quantity is shown exactly, without trailing zeros, with the sign of a balance below zero', () => {
  expect(decimalIn(2_500_000, 'mL')).toBe('2.5');
  expect(decimalIn(0, 'L')).toBe('0');
  expect(decimalIn(1, 'kg')).toBe('0.000000001');
  expect(decimalIn(-1_250, 'uL')).toBe('-1.25');
  expect(formatQuantity(-1_250, 'uL', ',')).toBe('−1,25 µL');
  expect(formatQuantity(12, '1')).toBe('12 pcs');
});

test('every unit is a whole power of ten of the base unit of its dimension', () => {
  for (const code of unitCodes) {
    const { factor, dimension } = units[code];
    expect(10 ** Math.round(Math.log10(factor)), code).toBe(factor);
    expect(units[baseUnits[dimension]]).toMatchObject({ dimension, factor: 1 });
  }
});

test('units are known by their own code only', () => {
  expect(isUnit('mL')).toBe(true);
  for (const code of ['ml', 'ML', '', '__proto__', 'constructor']) expect(isUnit(code)).toBe(false);
  expect(new Set(unitCodes.map((code: UnitCode) => units[code].symbol)).size).toBe(unitCodes.length);
});
