import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildHibc } from './build.ts';
import { hibcCheckCharacter, parseHibc } from './hibc.ts';

const today = '2026-11-22';

test('the check character of the published example is G', () => {
  expect(hibcCheckCharacter('+A123BJC5D6E71')).toBe('G');
});

test.each([
  ['+27365LOT1G', { expiry: '2027-12-31', lot: 'LOT1' }],
  ['+$LOT1G', { lot: 'LOT1' }],
  ['+$+SER9G', { serial: 'SER9' }],
  ['+$$1227LOTXG', { expiry: '2027-12-31', lot: 'LOTX' }],
  ['+$$0228G', { expiry: '2028-02-29' }],
  ['+$$2123127AB1G', { expiry: '2027-12-31', lot: 'AB1' }],
  ['+$$3271231AB1G', { expiry: '2027-12-31', lot: 'AB1' }],
  ['+$$427123120AB1G', { expiry: '2027-12-31', lot: 'AB1' }],
  ['+$$527365AB1G', { expiry: '2027-12-31', lot: 'AB1' }],
  ['+$$62736512AB1G', { expiry: '2027-12-31', lot: 'AB1' }],
  ['+$$7LOT9G', { lot: 'LOT9' }],
  ['+$$+7SER9G', { serial: 'SER9' }],
  ['+$$+3271231SER1G', { expiry: '2027-12-31', serial: 'SER1' }],
  ['+$$8151227LOT1G', { quantity: 15, expiry: '2027-12-31', lot: 'LOT1' }],
  ['+$$9001233271231G', { quantity: 123, expiry: '2027-12-31' }],
  ['+$$815G', { quantity: 15 }],
  ['+$$3271231AB1/S12G', { expiry: '2027-12-31', lot: 'AB1', serial: '12' }],
])('reads the secondary %s', (body, expected) => {
  expect(parseHibc(buildHibc(body), today)).toEqual({ ok: true, link: 'G', ...expected });
});

test.each([
  ['/$$7LOT9', { lot: 'LOT9' }],
  ['/27365LOT1', { lot: 'LOT1', expiry: '2027-12-31' }],
  ['/14D20271231/Q24', { expiry: '2027-12-31', quantity: 24 }],
  [
    '/$$7LOT9/S5/16D20260101/14D20271231/LXYZ/QX',
    { lot: 'LOT9', serial: '5', productionDate: '2026-01-01', expiry: '2027-12-31' },
  ],
  ['', {}],
])('reads a primary followed by %s', (rest, expected) => {
  const product = { product: 'A123BJC5D6E71', labeller: 'A123', catalogueNumber: 'BJC5D6E7', unitOfMeasure: 1 };
  expect(parseHibc(buildHibc(`+A123BJC5D6E71${rest}`), today)).toEqual({ ok: true, ...product, ...expected });
});

test('the stars that Code 39 prints around a text are not data', () => {
  expect(parseHibc('*+A123BJC5D6E71G*', today)).toMatchObject({ ok: true, product: 'A123BJC5D6E71' });
});

test.each([
  ['A123BJC5D6E71G', 'not-hibc'],
  ['+a123bjc', 'not-hibc'],
  ['+A1', 'not-hibc'],
  ['+A123_1G', 'not-hibc'],
  ['+A123BJC5D6E71H', 'check-character'],
  [buildHibc('+A12'), 'bad-structure'],
  [buildHibc('+A123BJC5D6E71/$$3271331L'), 'bad-date'],
  [buildHibc('+A123BJC5D6E71/14D20270230'), 'bad-date'],
  [buildHibc('+A123BJC5D6E71/14D20270200'), 'bad-date'],
  [buildHibc('+A123BJC5D6E71/16DSOON'), 'bad-date'],
  [buildHibc('+$$2130127AG'), 'bad-date'],
  [buildHibc('+$$2120027AG'), 'bad-date'],
  [buildHibc('+$$3271200AG'), 'bad-date'],
  [buildHibc('+$$1327AG'), 'bad-date'],
  [buildHibc('+27366AG'), 'bad-date'],
  [buildHibc('+$$3271231L/14D20270230G'), 'bad-date'],
  [buildHibc('+$$32712G'), 'bad-structure'],
  [buildHibc('+$$XLOTG'), 'bad-structure'],
  [buildHibc('+$$7LO-TG'), 'bad-structure'],
  [buildHibc('+$G'), 'bad-structure'],
  [buildHibc('+1234G'), 'bad-structure'],
])('%s gives %s', (text, code) => {
  expect(parseHibc(text, today)).toEqual({ ok: false, code });
});

test('a primary is read back from what an encoder writes', () => {
  const body = fc.tuple(fc.stringMatching(/^[A-Z][A-Z0-9]{3}$/), fc.stringMatching(/^[A-Z0-9]{1,18}$/), fc.nat(9));
  fc.assert(
    fc.property(body, fc.stringMatching(/^[A-Z0-9]{1,18}$/), ([labeller, catalogueNumber, unit], lot) => {
      const text = buildHibc(`+${labeller}${catalogueNumber}${unit}/$$7${lot}`);
      expect(parseHibc(text, today)).toMatchObject({ ok: true, labeller, catalogueNumber, unitOfMeasure: unit, lot });
    }),
  );
});

test('one wrong character in a primary is always found', () => {
  const text = '+A123BJC5D6E71G';
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: text.length - 1 }),
      fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      (at, character) => {
        const wrong = text.slice(0, at) + character + text.slice(at + 1);
        if (wrong !== text) expect(parseHibc(wrong, today).ok).toBe(false);
      },
    ),
  );
});
