import { buildElementString } from '@tidylab/domain/barcodes/build';
import { expect, test } from 'vitest';
import type { ScannedCode } from './read-code.ts';
import { resolveCode, resolveOption } from './resolve.ts';
import { balance, barcode, codes, context, ids, put, scanLab } from './scan-lab.build.ts';

const mL = 1_000_000;
const g = 1_000_000;
const pack = 500 * g;
const here = context('receive', { placeId: ids.shelf });
const code = (text: string, symbology: string | null = null): ScannedCode => ({ text, symbology, via: 'wedge' });
const gs1 = (gtin: string, elements: Readonly<Record<string, string>>): ScannedCode =>
  code(
    buildElementString([{ ai: '01', value: gtin }, ...Object.entries(elements).map(([ai, value]) => ({ ai, value }))]),
    ']d2',
  );

test('a known lot is one pack of it, loose at the sticky place', () => {
  expect(resolveCode(scanLab(), gs1(codes.saltGtin, { '10': 'S7' }), here)).toMatchObject({
    kind: 'act',
    act: { kind: 'receive', lotId: ids.lotSalt, placeId: ids.shelf, qty: pack, vessels: 0, newLot: null },
  });
});

test('the count on the label says how many packs', () => {
  expect(resolveCode(scanLab(), gs1(codes.saltGtin, { '10': 'S7', '30': '4' }), here)).toMatchObject({
    act: { qty: 4 * pack },
  });
});

test('a lot that is not recorded is recorded with what the label says of it', () => {
  expect(resolveCode(scanLab(), gs1(codes.saltGtin, { '10': 'T9', '17': '280131' }), here)).toMatchObject({
    kind: 'act',
    act: {
      lotId: 'new:T9',
      qty: pack,
      newLot: { itemId: ids.salt, lotNumber: 'T9', expiry: '2028-01-31', packSize: pack },
      warnings: [],
    },
  });
});

test('an item that is kept in vessels comes as a new vessel', () => {
  expect(resolveCode(scanLab(), gs1(codes.gtin, { '10': 'A1' }), here)).toMatchObject({
    act: { lotId: ids.lotA, vessels: 1, containerId: null },
  });
});

test('what arrives expired is received, and said', () => {
  expect(resolveCode(scanLab(), gs1(codes.saltGtin, { '10': 'T9', '17': '260131' }), here)).toMatchObject({
    act: { warnings: [{ code: 'expired', day: '2026-01-31' }] },
  });
});

test('without a place it asks for the place, with those where the item stands in front', () => {
  const replica = scanLab([balance(ids.lotSalt, `l:${ids.cellar}`, pack)]);
  const scan = gs1(codes.saltGtin, { '10': 'S7' });
  const decision = resolveCode(replica, scan, context('receive'));
  expect(decision).toMatchObject({
    kind: 'ask',
    question: { about: 'here', options: [{ kind: 'here', placeId: ids.cellar }] },
  });
  expect(resolveOption(replica, scan, { kind: 'here', placeId: ids.cellar }, context('receive'))).toMatchObject({
    act: { kind: 'receive', placeId: ids.cellar },
  });
});

test('a code without a lot number asks for the lot, and takes a typed number', () => {
  const replica = scanLab();
  const decision = resolveCode(replica, code(codes.saltGtin), here);
  expect(decision).toMatchObject({
    kind: 'ask',
    question: { about: 'lot', options: [{ kind: 'lot', lotId: ids.lotSalt }, { kind: 'other-lot' }] },
  });
  const typed = decision.kind === 'ask' && decision.question.typed?.kind === 'new-lot' ? decision.question.typed : null;
  expect(typed).not.toBeNull();
  if (typed)
    expect(resolveOption(replica, code('X'), { ...typed, number: ' s7 ' }, here)).toMatchObject({
      act: { lotId: ids.lotSalt, newLot: null },
    });
});

test('lost separators offer what the code may say, known or new', () => {
  const replica = scanLab();
  const text = buildElementString(
    [
      { ai: '01', value: codes.saltGtin },
      { ai: '10', value: 'Q3' },
      { ai: '17', value: '270331' },
    ],
    '',
  );
  const decision = resolveCode(replica, code(text), here);
  expect(decision).toMatchObject({ kind: 'ask', question: { about: 'lot' } });
  const numbers =
    decision.kind === 'ask'
      ? decision.question.options.flatMap((option) => (option.kind === 'new-lot' ? [option.number] : []))
      : [];
  expect(numbers).toContain('Q3');
});

test('our own label on an empty vessel asks how much is in it', () => {
  const decision = resolveCode(scanLab(), code(codes.bottle), here);
  expect(decision).toMatchObject({ kind: 'ask', question: { about: 'fill', typed: { containerId: ids.bottle } } });
  const fill = { kind: 'fill', lotId: ids.lotA, containerId: ids.bottle, qty: 40 * mL } as const;
  expect(resolveOption(scanLab(), code(codes.bottle), fill, here)).toMatchObject({
    act: { kind: 'receive', containerId: ids.bottle, vessels: 0, qty: 40 * mL },
  });
});

test('our own label on a full vessel asks whether another one came', () => {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 5 * mL)]);
  const decision = resolveCode(replica, code(codes.bottle), here);
  expect(decision).toMatchObject({ kind: 'ask', question: { about: 'vessel', options: [{ held: 5 * mL }] } });
  const [option] = decision.kind === 'ask' ? decision.question.options : [];
  if (option) expect(resolveOption(replica, code(codes.bottle), option, here)).toMatchObject({ act: { vessels: 1 } });
});

test('a set amount is what each scan brings', () => {
  const amount = { base: 25 * g, unit: 'g' } as const;
  expect(resolveCode(scanLab(), gs1(codes.saltGtin, { '10': 'S7' }), { ...here, amount })).toMatchObject({
    act: { qty: 25 * g },
  });
  expect(
    resolveCode(scanLab(), gs1(codes.saltGtin, { '10': 'S7' }), { ...here, amount: { base: mL, unit: 'mL' } }),
  ).toMatchObject({ kind: 'ask', question: { about: 'amount' } });
});

test('an unknown item waits for its time', () => {
  expect(resolveCode(scanLab(), code('VENDOR-77'), here)).toEqual({ kind: 'unknown', why: 'unknown' });
});

test('the amount in the pack is what its barcode says, before the lot and the item', () => {
  const replica = scanLab();
  put(replica, barcode('raw:SIX', 'lot', ids.lotSalt, 6 * g));
  expect(resolveCode(replica, code('SIX'), here)).toMatchObject({ act: { qty: 6 * g } });
});
