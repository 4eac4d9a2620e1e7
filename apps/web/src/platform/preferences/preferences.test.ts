import { expect, test } from 'vitest';
import { parsePreferences } from './preferences.ts';

test('without anything stored the look follows the system and sounds are on', () => {
  expect(parsePreferences(null)).toEqual({ theme: 'auto', sounds: true, hand: 'right', language: 'auto' });
});

test('a stored choice is kept', () => {
  expect(parsePreferences('{"theme":"dark","sounds":false,"hand":"left","language":"de"}')).toEqual({
    theme: 'dark',
    sounds: false,
    hand: 'left',
    language: 'de',
  });
});

test('what is not understood is the default, the rest is kept', () => {
  expect(parsePreferences('{"theme":"sepia","hand":"left"}')).toMatchObject({ theme: 'auto', hand: 'left' });
  expect(parsePreferences('not json')).toMatchObject({ theme: 'auto' });
  expect(parsePreferences('"text"')).toMatchObject({ theme: 'auto' });
});
