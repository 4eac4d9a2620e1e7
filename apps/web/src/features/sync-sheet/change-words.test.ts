import { expect, test } from 'vitest';
import { changesInWords, problemInWords } from './change-words.ts';

test('what is to be sent is told by type, most first', () => {
  expect(changesInWords({ 'post-receive': 1, 'post-consume': 3, 'post-count': 0 }, 'en')).toBe('3 uses, 1 receipt');
});

test('types without a word of their own are added up at the end', () => {
  expect(changesInWords({ 'edit-record': 5, 'add-file': 1, 'void-posting': 2 }, 'en')).toBe('2 undos, 6 other changes');
});

test('a problem without words still names its code', () => {
  expect(problemInWords('network')).toContain('Check the network');
  expect(problemInWords('strange')).toContain('strange');
});
