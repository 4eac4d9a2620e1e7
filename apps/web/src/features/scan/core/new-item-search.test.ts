import { expect, test } from 'vitest';
import { newItemSearch } from './new-item-search.ts';
import { scanLab, today } from './scan-lab.build.ts';

const code = (text: string, symbology: string | null = null) => ({ text, symbology, via: 'camera' as const });

test('GTIN, lot and expiry of a label go on to the form', () => {
  const label = code('01095060001343521727033110L7', ']d2');
  expect(newItemSearch(scanLab(), label, today)).toEqual({
    key: 'gtin:09506000134352',
    lot: 'L7',
    expiry: '2027-03-31',
  });
});

test('a plain code is the key itself', () => {
  expect(newItemSearch(scanLab(), code('X-4711'), today)).toEqual({ key: 'raw:X-4711' });
});

test('a code that names nothing begins no item', () => {
  expect(newItemSearch(scanLab(), code('10L7', ']d2'), today)).toBeNull();
});
