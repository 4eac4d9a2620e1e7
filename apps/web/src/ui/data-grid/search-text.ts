/**
 * Text as search compares it: lower case, without accents, so that "Ätherische" is found by "atherische". The same
 * folding is applied to what is searched and to what was typed.
 */
const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  µ: 'u',
  μ: 'u',
  ı: 'i',
};

const plain = /^[\x20-\x40\x5b-\x7e]*$/;

export function foldText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđµμı]/g, (letter) => special[letter] ?? letter)
    .replace(/[‐‑‒–—−]/g, '-');
}

/** The words of a query; all of them must be found. */
export const queryWords = (query: string): readonly string[] =>
  foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
