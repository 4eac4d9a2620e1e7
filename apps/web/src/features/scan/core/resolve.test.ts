import { buildElementString } from '@tidylab/domain/barcodes/build';
import { expect, test } from 'vitest';
import type { ScannedCode } from './read-code.ts';
import type { Decision, Option } from './decision.ts';
import { resolveCode, resolveOption as goOn } from './resolve.ts';
import { balance, barcode, codes, context, ids, put, scanLab } from './scan-lab.build.ts';
import type { ScanContext } from './act.ts';
import type { Replica } from '@tidylab/sync/replica/replica';

const mL = 1_000_000;
const use = context('use');
const look = context('look');
const noPacks = { packQty: null, times: 1 } as const;
const code = (text: string, via: ScannedCode['via'] = 'wedge', symbology: string | null = null): ScannedCode => ({
  text,
  via,
  symbology,
});
const resolveOption = (replica: Replica, option: Option, where: ScanContext): Decision =>
  goOn(replica, code('X'), option, where);
const label = (own: string): ScannedCode => code(`https://lab.example/c/${own}`);
const gs1 = (lot: string | null, separator?: string): ScannedCode =>
  code(
    buildElementString(
      [
        { ai: '01', value: codes.gtin },
        ...(lot === null ? [] : [{ ai: '10', value: lot }]),
        { ai: '17', value: '270331' },
      ],
      separator,
    ),
    'camera',
    separator === undefined ? ']d2' : null,
  );
const options = (decision: Decision): readonly unknown[] =>
  decision.kind !== 'ask'
    ? []
    : decision.question.options.map((option) =>
        option.kind === 'lot'
          ? option.lotId
          : option.kind === 'place'
            ? option.from
            : option.kind === 'target'
              ? option.target.id
              : option.kind,
      );

const stocked = () =>
  scanLab([
    balance(ids.lotA, `c:${ids.bottle}`, 250 * mL),
    balance(ids.lotB, `c:${ids.drum}`, 900 * mL),
    balance(ids.lotSalt, `l:${ids.shelf}`, 2_000_000_000),
  ]);

test('a container gives its own step, and nobody is asked', () => {
  const decision = resolveCode(stocked(), label(codes.bottle), use);
  expect(decision).toEqual({
    kind: 'act',
    act: { kind: 'use', lotId: ids.lotA, itemId: ids.ethanol, from: `c:${ids.bottle}`, qty: 5 * mL, warnings: [] },
  });
});

test('a container without a step gives the step of its item', () => {
  expect(resolveCode(stocked(), label(codes.drum), use)).toMatchObject({ kind: 'act', act: { qty: 10 * mL } });
});

test('without any step the whole vessel is taken', () => {
  const replica = scanLab([balance(ids.lotSalt, `l:${ids.shelf}`, 2_000_000_000)]);
  expect(resolveCode(replica, code(codes.saltGtin), use)).toMatchObject({ kind: 'act', act: { qty: 500_000_000 } });
});

test('GTIN and lot name the lot, which is taken from the only place that holds it', () => {
  expect(resolveCode(stocked(), gs1('a1'), use)).toMatchObject({
    kind: 'act',
    act: { lotId: ids.lotA, from: `c:${ids.bottle}` },
  });
});

test('a lot in several places is asked for, the fullest first', () => {
  const replica = stocked();
  put(replica, balance(ids.lotA, `l:${ids.cellar}`, 300 * mL));
  const decision = resolveCode(replica, gs1('A1'), use);
  expect(decision).toMatchObject({ kind: 'ask', question: { about: 'place' } });
  expect(options(decision)).toEqual([`l:${ids.cellar}`, `c:${ids.bottle}`]);
});

test('the sticky place, or what stands in it, answers that question', () => {
  const replica = stocked();
  put(replica, balance(ids.lotA, `l:${ids.cellar}`, 300 * mL));
  const near = resolveCode(replica, gs1('A1'), { ...use, placeId: ids.room });
  expect(near).toMatchObject({ kind: 'act', act: { from: `c:${ids.bottle}`, warnings: [] } });
});

test('taking from the only place although another is sticky is said', () => {
  const decision = resolveCode(stocked(), gs1('A1'), { ...use, placeId: ids.cellar });
  expect(decision).toMatchObject({
    kind: 'act',
    act: { from: `c:${ids.bottle}`, warnings: [{ code: 'elsewhere' }] },
  });
});

test('a GTIN alone takes the only lot that is there', () => {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 250 * mL), balance(ids.lotB, `c:${ids.drum}`, 0)]);
  expect(resolveCode(replica, code(codes.gtin), use)).toMatchObject({ kind: 'act', act: { lotId: ids.lotA } });
});

test('a GTIN alone asks among several lots, the one that expires first in front', () => {
  const decision = resolveCode(stocked(), code(codes.gtin), use);
  expect(decision).toMatchObject({ kind: 'ask', question: { about: 'lot', unknownLot: null } });
  expect(options(decision)).toEqual([ids.lotB, ids.lotA, 'other-lot']);
});

test('a lot number that is not recorded is asked about, even when only one lot is there', () => {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 250 * mL)]);
  const decision = resolveCode(replica, gs1('ZZ9'), use);
  expect(decision).toMatchObject({ kind: 'ask', question: { about: 'lot', unknownLot: 'ZZ9' } });
  expect(options(decision)).toEqual([ids.lotA, 'other-lot']);
  expect(resolveOption(replica, { kind: 'other-lot' }, use)).toEqual({ kind: 'unknown', why: 'other-lot' });
});

test('an answer goes on to the next question or the take', () => {
  const replica = stocked();
  put(replica, balance(ids.lotA, `l:${ids.cellar}`, 300 * mL));
  const place = resolveOption(replica, { kind: 'lot', lotId: ids.lotA, packs: noPacks }, use);
  expect(options(place)).toHaveLength(2);
  const take = resolveOption(replica, { kind: 'place', lotId: ids.lotA, from: `l:${ids.cellar}`, packs: noPacks }, use);
  expect(take).toMatchObject({ kind: 'act', act: { from: `l:${ids.cellar}`, qty: 10 * mL } });
});

test('a question that is put off keeps its code', () => {
  expect(resolveOption(stocked(), { kind: 'later' }, use)).toEqual({ kind: 'unknown', why: 'unanswered' });
});

test('a code without its separators is read by the lots that the lab knows', () => {
  expect(resolveCode(stocked(), gs1('A1', ''), use)).toMatchObject({ kind: 'act', act: { lotId: ids.lotA } });
});

test('without separators and without a known lot the item is known and the lot is asked', () => {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 250 * mL)]);
  const decision = resolveCode(replica, gs1('Q3', ''), use);
  expect(decision).toMatchObject({ kind: 'ask', question: { about: 'lot' } });
  expect(options(decision)).toEqual([ids.lotA, 'other-lot']);
});

test('a code that means several things is asked about', () => {
  const decision = resolveCode(stocked(), code(codes.shared), use);
  expect(decision).toMatchObject({ kind: 'ask', question: { about: 'target' } });
  expect(options(decision)).toEqual([ids.ethanol, ids.salt]);
});

test.each([use, look])('a location becomes the sticky place', (where) => {
  expect(resolveCode(stocked(), label(codes.shelf), where)).toEqual({ kind: 'place', placeId: ids.shelf });
});

test('an expired lot is taken all the same, with a warning', () => {
  const decision = resolveCode(stocked(), code(codes.saltGtin), use);
  expect(decision).toMatchObject({ kind: 'act', act: { warnings: [{ code: 'expired', day: '2026-01-31' }] } });
});

test('taking more than the book has is a fact that is recorded, with a warning', () => {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 2 * mL)]);
  expect(resolveCode(replica, label(codes.bottle), use)).toMatchObject({
    act: { warnings: [{ code: 'below-zero', left: 2 * mL }] },
  });
});

test('a lot that the book has nowhere is asked for among the places that could be meant', () => {
  const decision = resolveCode(scanLab(), gs1('A1'), { ...use, placeId: ids.cellar });
  expect(options(decision)).toEqual([`l:${ids.cellar}`, `c:${ids.bottle}`]);
});

test('a lot that no place could hold is kept for later', () => {
  expect(resolveCode(scanLab(), code('S7', 'typed'), use)).toEqual({ kind: 'unknown', why: 'no-place' });
});

test('a set amount is taken from what it can measure, and asked about elsewhere', () => {
  const amount = { base: 25 * mL, unit: 'mL' } as const;
  expect(resolveCode(stocked(), label(codes.bottle), { ...use, amount })).toMatchObject({ act: { qty: 25 * mL } });
  const decision = resolveCode(stocked(), code(codes.saltGtin), { ...use, amount });
  expect(decision).toMatchObject({
    kind: 'ask',
    question: { about: 'amount', options: [{ kind: 'usual', act: { qty: 500_000_000 } }] },
  });
});

test('Look up shows the thing and takes nothing', () => {
  const replica = stocked();
  expect(resolveCode(replica, label(codes.bottle), look)).toMatchObject({
    kind: 'look',
    target: { kind: 'container', id: ids.bottle },
  });
  expect(resolveCode(replica, gs1('A1'), look)).toMatchObject({ kind: 'look', target: { kind: 'lot', id: ids.lotA } });
  expect(resolveCode(replica, code(codes.gtin), look)).toMatchObject({
    kind: 'look',
    target: { kind: 'item', id: ids.ethanol },
  });
  expect(resolveCode(replica, gs1('ZZ9'), look)).toMatchObject({
    kind: 'look',
    target: { kind: 'item' },
    unknownLot: 'ZZ9',
  });
});

test('a code nobody taught the lab is unknown, one whose thing was deleted is not here', () => {
  expect(resolveCode(stocked(), code('VENDOR-77'), use)).toEqual({ kind: 'unknown', why: 'unknown' });
  expect(resolveCode(stocked(), label(codes.missing), use)).toEqual({ kind: 'unknown', why: 'not-here' });
});

test('a broken GS1 symbol says what is wrong with it', () => {
  expect(resolveCode(stocked(), code('0109520123456789', 'camera', ']d2'), use)).toEqual({
    kind: 'unknown',
    why: 'check-digit',
  });
});

test('typed text is also a lot number, a label or a name; scanned text is not', () => {
  const replica = stocked();
  expect(resolveCode(replica, code(' b2', 'typed'), use)).toMatchObject({ act: { lotId: ids.lotB } });
  expect(resolveCode(replica, code('etoh 1', 'typed'), use)).toMatchObject({ act: { from: `c:${ids.bottle}` } });
  expect(resolveCode(replica, code('B2'), use)).toEqual({ kind: 'unknown', why: 'unknown' });
});

test('an item without lots cannot be taken, and waits', () => {
  const replica = scanLab([barcode('raw:NEW', 'item', ids.salt)]);
  put(replica, { kind: 'lot', key: ids.lotSalt, value: null });
  expect(resolveCode(replica, code('NEW'), use)).toEqual({ kind: 'unknown', why: 'no-lot' });
});
