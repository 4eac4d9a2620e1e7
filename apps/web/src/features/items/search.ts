/** Finding items by what people call them: name, synonyms, CAS number, catalogue number, and the numbers of their lots. */
import type { Item } from '@tidylab/domain/records';
import { foldText } from '../../ui/data-grid/search-text.ts';

/** What search compares, folded once per record. */
export interface SearchEntry {
  readonly name: string;
  readonly others: string;
}

export const searchEntry = (item: Item, lotNumbers: readonly string[]): SearchEntry => ({
  name: foldText(item.name),
  others: foldText(
    [...item.synonyms, item.cas ?? '', item.catalogNumber ?? '', item.supplier ?? '', ...lotNumbers].join('\n'),
  ),
});

/** Letters and digits of folded text: a–z, 0–9, and everything beyond ASCII. */
const isWordCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;

const startsWord = (text: string, word: string): boolean => {
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    if (from === 0 || !isWordCharacter(text.charCodeAt(from - 1))) return true;
  }
  return false;
};

/**
 * How well an entry fits all the words, smaller is better; null: it does not. The start of the name comes first, then
 * the start of a word in it, then anything in it, then the start of another of its names or numbers, then the rest.
 */
export function rankOf(entry: SearchEntry, words: readonly string[]): number | null {
  let rank = 0;
  for (const word of words) {
    if (entry.name.includes(word)) rank += entry.name.startsWith(word) ? 0 : startsWord(entry.name, word) ? 1 : 2;
    else if (entry.others.includes(word)) rank += startsWord(entry.others, word) ? 3 : 4;
    else return null;
  }
  return rank;
}
