import { expect, test } from 'vitest';
import { localeFor } from './locale.ts';

test('a chosen language wins over the browser’s', () => {
  expect(localeFor('de', ['en-GB'])).toBe('de');
});

test('without a choice the first language of the browser that there is decides', () => {
  expect(localeFor('auto', ['fr-FR', 'de-AT', 'en'])).toBe('de');
});

test('with none of them it is English', () => {
  expect(localeFor('auto', ['fr', 'pt-BR'])).toBe('en');
});
