import { expect, test } from 'vitest';
import { foldText, queryWords } from './search-text.ts';

test('case, accents, ligatures and kinds of dash make no difference', () => {
  expect(foldText('Ätherisches Öl')).toBe('atherisches ol');
  expect(foldText('Straße Œuvre Łódź')).toBe('strasse oeuvre lodz');
  expect(foldText('A‑B–C−1')).toBe('a-b-c-1');
  expect(foldText('H₂O 5 µL')).toBe('h2o 5 ul');
  expect(foldText('e\u0301')).toBe(foldText('é'));
});

test('a query is its words, without the spaces around them', () => {
  expect(queryWords('  Ethanol   abs ')).toEqual(['ethanol', 'abs']);
  expect(queryWords('   ')).toEqual([]);
});
