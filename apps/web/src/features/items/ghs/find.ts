/** Finding a hazard statement by its code or by words of what it says. */
import { foldText } from '../../../ui/data-grid/search-text.ts';
import { type Statement, statements } from './statements.ts';

/** @param phraseOf what a statement says, in the reader's language. @returns those that hold every word, in order. */
export function findStatements(words: readonly string[], phraseOf: (code: string) => string): readonly Statement[] {
  if (words.length === 0) return [];
  return statements.filter(({ code }) => {
    const text = foldText(`${code} ${phraseOf(code)}`).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** All the codes in a text that was pasted, such as "H225, H319 and EUH066"; those that are not known are left out. */
export function codesIn(text: string): readonly string[] {
  const found = text.match(/\b(?:EUH\d{3}|H\d{3}(?:i|FD|Fd|Df|fd|F|D|f|d)?)\b/g) ?? [];
  return [...new Set(found)].filter((code) => statements.some((statement) => statement.code === code));
}
