/**
 * Search params in the address. Texts stay texts: a code such as 0012 or 12E4 must not come back as a number.
 * Only true, false and structured values are read as JSON.
 */
import { parseSearchWith, stringifySearchWith } from '@tanstack/react-router';

function parseValue(text: string): unknown {
  if (!/^(?:true|false|null|[[{"].*)$/s.test(text)) throw new SyntaxError('a plain text');
  return JSON.parse(text);
}

export const parseSearch = parseSearchWith(parseValue);
export const stringifySearch = stringifySearchWith(JSON.stringify, parseValue);
