import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSetupCode, makeSetupCode, setupCodeHash } from './setup-code.ts';

test('a setup code is four groups of four without look-alikes, and never the same twice', () => {
  const codes = Array.from({ length: 50 }, () => makeSetupCode(randomBytes));
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(new Set(codes).size).toBe(50);
});

test('letters read for digits and lower case still match; another code or none waiting does not', () => {
  const hash = setupCodeHash('10AB-CDEF-GHJK-MNPQ');
  expect(isSetupCode(hash, 'loab cdef ghjk mnpq')).toBe(true);
  expect(isSetupCode(hash, '10AB-CDEF-GHJK-MNPR')).toBe(false);
  expect(isSetupCode(undefined, '')).toBe(false);
});
