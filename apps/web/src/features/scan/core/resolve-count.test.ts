import { expect, test } from 'vitest';
import type { ScannedCode } from './read-code.ts';
import { resolveCode } from './resolve.ts';
import { balance, codes, context, ids, scanLab } from './scan-lab.build.ts';

const mL = 1_000_000;
const pack = 500_000_000;
const here = context('count', { placeId: ids.shelf });
const code = (text: string): ScannedCode => ({ text, symbology: null, via: 'wedge' });
const typed = (text: string): ScannedCode => ({ text, symbology: null, via: 'typed' });

test('a vessel is asserted to be here with what the book says is in it', () => {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 40 * mL)]);
  expect(resolveCode(replica, code(codes.bottle), here)).toMatchObject({
    kind: 'act',
    act: { kind: 'count', place: `c:${ids.bottle}`, placeId: ids.shelf, qty: 40 * mL, step: 5 * mL, warnings: [] },
  });
});

test('a vessel that the book has elsewhere is counted, and said', () => {
  const replica = scanLab([balance(ids.lotB, `c:${ids.drum}`, 40 * mL)]);
  expect(resolveCode(replica, code(codes.drum), here)).toMatchObject({
    act: { qty: 40 * mL, warnings: [{ code: 'elsewhere' }] },
  });
});

test('each scan of a loose lot is one more pack, whatever the book says', () => {
  const replica = scanLab([balance(ids.lotSalt, `l:${ids.shelf}`, 9 * pack)]);
  expect(resolveCode(replica, typed('S7'), here)).toMatchObject({ act: { place: `l:${ids.shelf}`, qty: pack } });
  expect(resolveCode(replica, typed('S7'), { ...here, counted: () => 2 * pack })).toMatchObject({
    act: { qty: 3 * pack },
  });
});

test('a lot that the book does not have here is counted loose at the place', () => {
  expect(resolveCode(scanLab(), typed('S7'), here)).toMatchObject({ act: { place: `l:${ids.shelf}`, qty: pack } });
});

test('a lot with one vessel here means that vessel; with loose stock beside it, it is asked', () => {
  const vessel = balance(ids.lotA, `c:${ids.bottle}`, 40 * mL);
  expect(resolveCode(scanLab([vessel]), typed('A1'), here)).toMatchObject({ act: { place: `c:${ids.bottle}` } });
  const both = scanLab([vessel, balance(ids.lotA, `l:${ids.shelf}`, 3 * mL)]);
  expect(resolveCode(both, typed('A1'), here)).toMatchObject({ kind: 'ask', question: { about: 'place' } });
});

test('without a place it asks which place is counted', () => {
  expect(resolveCode(scanLab(), code(codes.bottle), context('count'))).toMatchObject({
    kind: 'ask',
    question: { about: 'here', options: [{ placeId: ids.shelf }] },
  });
});

test('a book below zero is no number to assert', () => {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, -4 * mL)]);
  expect(resolveCode(replica, code(codes.bottle), here)).toMatchObject({ act: { qty: 0 } });
});
