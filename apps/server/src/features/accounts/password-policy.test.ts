import { expect, test } from 'vitest';
import { checkPassword } from './password-policy.ts';

const names = ['ana', 'Ana Reis', 'Cold Room Group'];
const code = (password: string): string => {
  const checked = checkPassword(password, names);
  return checked.ok ? 'ok' : checked.code;
};

test.each([
  'marble otter lantern',
  'nevermore-quiet-harbour',
  'ßwölf Zwetschgen!',
  'this is 15 long',
  '漢字漢学字文漢語字学語文学字語',
])('a long password without a pattern is taken: %s', (password) => expect(code(password)).toBe('ok'));

test('length counts characters, not bytes, and both ends are inside', () => {
  expect(code('fourteen-chars')).toBe('password-too-short');
  expect(code('fifteen-charsss')).toBe('ok');
  const long = Array.from({ length: 256 }, (_, i) => String.fromCodePoint(0x1f300 + ((i * 37) % 251))).join('');
  expect(code(long)).toBe('ok');
  expect(code(`${long}a`)).toBe('password-too-long');
});

test.each([
  'aaaaaaaaaaaaaaaa',
  '123456789012345',
  'abcdefghijklmnop',
  'abcabcabcabcabc',
  'Password 1234567',
  'Correct-Horse-Battery-Staple',
  'qwertyuiopasdfgh',
])('what guessers try first is refused: %s', (password) => expect(code(password)).toBe('password-too-common'));

test.each(['my Ana-Reis secret', 'the cold room group 1', 'i love tidylab so much'])(
  'a password around a known name is refused: %s',
  (password) => expect(code(password)).toBe('password-names-you'),
);
