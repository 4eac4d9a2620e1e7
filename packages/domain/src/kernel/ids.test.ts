import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUuid, uuidv5, uuidv7 } from './ids.ts';

const randomBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('uuidv7 gives the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('uuidv5 agrees with another implementation, also for text outside ASCII', () => {
  expect(uuidv5('void:017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe('2d665f14-4a0c-5142-8810-91b8e01388bc');
  expect(uuidv5('β-Mercaptoethanol')).toBe('5dc82afc-6291-5a1a-bc40-922e44c7fbf4');
});

test('ids of a later millisecond sort after those of an earlier one', () => {
  const ms = fc.integer({ min: 0, max: 2 ** 48 - 2 });
  fc.assert(
    fc.property(ms, ms, randomBytes, randomBytes, (a, b, x, y) => a === b || a < b === uuidv7(a, x) < uuidv7(b, y)),
  );
});

test('every id that is made is one that is accepted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), randomBytes, (ms, random) => isUuid(uuidv7(ms, random))),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => isUuid(uuidv5(name)) && uuidv5(name) === uuidv5(name)),
  );
});

test.each([
  '',
  '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
  '017f22e2-79b0-7cc3-78c4-dc0c0c07398f',
  '017f22e279b07cc398c4dc0c0c07398f',
  '017f22e2-79b0-0cc3-98c4-dc0c0c07398f',
])('text that is no lower-case UUID of a known version is refused: "%s"', (text) => {
  expect(isUuid(text)).toBe(false);
});

test('a time that 48 bits cannot hold, or too little randomness, is a bug', () => {
  const random = new Uint8Array(10);
  for (const ms of [-1, 1.5, 2 ** 48, Number.NaN]) expect(() => uuidv7(ms, random)).toThrow('48-bit time');
  expect(() => uuidv7(0, new Uint8Array(9))).toThrow('10 random bytes');
});
