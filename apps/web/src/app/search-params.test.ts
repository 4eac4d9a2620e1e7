import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './search-params.ts';

test('texts that look like numbers stay texts', () => {
  expect(parseSearch('?code=0012&q=12E4')).toEqual({ code: '0012', q: '12E4' });
});

test('what is written comes back the same', () => {
  const search = { q: 'a "b" & c', flag: true, word: 'true', list: ['x', '1'] };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});

test('an address that nobody of us wrote is read as text', () => {
  expect(parseSearch('?q={broken')).toEqual({ q: '{broken' });
});
