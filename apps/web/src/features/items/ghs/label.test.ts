import { expect, test } from 'vitest';
import { labelOf } from './label.ts';
import { statements } from './statements.ts';

test.each([
  ['ethanol', ['H225', 'H319'], ['GHS02', 'GHS07'], 'danger'],
  ['nothing', [], [], null],
  ['only a statement without a pictogram', ['H412'], [], null],
  ['an unknown code', ['H999'], [], null],
  ['the skull silences the exclamation mark', ['H301', 'H315', 'H335'], ['GHS06'], 'danger'],
  ['but not for the ozone layer', ['H301', 'H420'], ['GHS06', 'GHS07'], 'danger'],
  ['corrosion silences irritation', ['H314', 'H319'], ['GHS05'], 'danger'],
  ['but not harmful if swallowed', ['H314', 'H302'], ['GHS05', 'GHS07'], 'danger'],
  ['sensitised airways silence sensitised skin', ['H334', 'H317'], ['GHS08'], 'danger'],
  ['but not harmful if inhaled', ['H334', 'H332'], ['GHS07', 'GHS08'], 'danger'],
  ['the bomb silences the flame', ['H201', 'H225'], ['GHS01'], 'danger'],
  ['a peroxide keeps both', ['H241', 'H242'], ['GHS01', 'GHS02'], 'danger'],
  ['warning alone', ['H226', 'H336'], ['GHS02', 'GHS07'], 'warning'],
])('%s', (_, codes, pictograms, signalWord) => {
  expect(labelOf(codes)).toEqual({ pictograms, signalWord });
});

test('each statement is there once, in the order of its code, supplemental ones last', () => {
  const codes = statements.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes[0]).toBe('H200');
  expect(codes.at(-1)).toBe('EUH401');
  expect(codes.indexOf('H420')).toBeLessThan(codes.indexOf('EUH014'));
});
