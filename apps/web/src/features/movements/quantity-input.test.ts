import { expect, test } from 'vitest';
import { defaultUse, stepQuantity, unitForStep } from './quantity-input.ts';

test('a step is shown in the stock unit, or in the largest unit that keeps it short', () => {
  expect(unitForStep(100_000_000, 'L')).toBe('L');
  expect(unitForStep(250_000, 'L')).toBe('mL');
  expect(unitForStep(1, 'L')).toBe('uL');
  expect(unitForStep(6, '1')).toBe('1');
});

test('a step adds to what was typed and never goes below one step', () => {
  expect(stepQuantity('0,5', 'L', 100_000_000, 1)).toBe('0.6');
  expect(stepQuantity('0.1', 'L', 100_000_000, -1)).toBe('0.1');
  expect(stepQuantity('what', 'L', 100_000_000, 1)).toBe('0.1');
});

test('a step from the largest quantity there is stays there', () => {
  expect(stepQuantity('9007199254740991', '1', 5, 1)).toBe('9007199254740991');
});

test('one use takes the container’s step, else the item’s, else the whole vessel, else one piece or pack', () => {
  const loose = { qty: 40, inContainer: false, unit: '1', packSize: null } as const;
  const vessel = { qty: 900, inContainer: true, unit: 'mL', packSize: null } as const;
  expect(defaultUse({ container: 7, item: 5 }, vessel)).toBe(7);
  expect(defaultUse({ container: null, item: 5 }, vessel)).toBe(5);
  expect(defaultUse({ container: null, item: null }, vessel)).toBe(900);
  expect(defaultUse({ container: null, item: null }, { ...vessel, qty: 0 })).toBe(1_000_000);
  expect(defaultUse({ container: null, item: null }, loose)).toBe(1);
  expect(defaultUse({ container: null, item: null }, { ...loose, unit: 'mL', packSize: 500 })).toBe(500);
});
