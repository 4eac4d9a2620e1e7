import { expect, test } from 'vitest';
import { codesIn, findStatements } from './find.ts';

const phrases: Readonly<Record<string, string>> = {
  H225: 'Highly flammable liquid and vapour.',
  H226: 'Flammable liquid and vapour.',
  H319: 'Verursacht schwere Augenreizung.',
};
const phraseOf = (code: string): string => phrases[code] ?? '';
const codes = (...words: string[]): string[] => findStatements(words, phraseOf).map(({ code }) => code);

test('a statement is found by its code and by words of what it says', () => {
  expect(codes('h225')).toEqual(['H225']);
  expect(codes('liquid', 'flammable')).toEqual(['H225', 'H226']);
  expect(codes('augen')).toEqual(['H319']);
});

test('nothing is found for no words and for words that no statement holds', () => {
  expect(codes()).toEqual([]);
  expect(codes('harmless')).toEqual([]);
});

test('codes are read from a pasted text, each once; unknown ones are left out', () => {
  expect(codesIn('H225, H319; H225 and EUH066, H360FD, H999')).toEqual(['H225', 'H319', 'EUH066', 'H360FD']);
});
