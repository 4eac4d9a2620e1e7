import { expect, test } from 'vitest';
import { adviseOn, isAcceptable } from './password-strength.ts';

test('an empty field is told nothing', () => {
  expect(adviseOn('', [])).toEqual({ say: 'nothing' });
});

test('a short password is told how many characters are missing', () => {
  expect(adviseOn('ten letter', [])).toEqual({ say: 'longer', left: 5 });
});

test('a character outside the basic plane counts once', () => {
  expect(adviseOn('🧪🧪🧪', [])).toEqual({ say: 'longer', left: 12 });
});

test('unrelated words are accepted, more of them are strong', () => {
  expect(adviseOn('copper lantern 9', [])).toEqual({ say: 'long-enough' });
  expect(adviseOn('copper lantern gravel tide', [])).toEqual({ say: 'strong' });
});

test('repetition is no length', () => {
  expect(adviseOn('abcabcabcabcabcabc', [])).toEqual({ say: 'repeats' });
  expect(adviseOn('aaaaaaaaaaaaaaaaaa', [])).toEqual({ say: 'repeats' });
});

test('a name that others can look up is refused in any case and spacing, a short one is not', () => {
  expect(adviseOn('Marie Curie gravel', ['mariecurie'])).toEqual({ say: 'names-you' });
  expect(adviseOn('my tidy lab gravel', [])).toEqual({ say: 'names-you' });
  expect(isAcceptable(adviseOn('gravel and tide ox', ['and']))).toBe(true);
});

test('a whole book is too long', () => {
  expect(adviseOn('copper lantern '.repeat(20), [])).toEqual({ say: 'too-long' });
});
