import { expect, test } from 'vitest';
import type { Thing } from './act.ts';
import type { ScannedCode } from './read-code.ts';
import { resolveCode, resolveOption } from './resolve.ts';
import { balance, codes, context, ids, put, scanLab } from './scan-lab.build.ts';

const mL = 1_000_000;
const move = context('move');
const code = (text: string): ScannedCode => ({ text, symbology: null, via: 'wedge' });
const typed = (text: string): ScannedCode => ({ text, symbology: null, via: 'typed' });
const bottle: Thing = { kind: 'container', id: ids.bottle };
const box: Thing = { kind: 'box', id: ids.box };

test('a vessel waits in the basket until its place is scanned', () => {
  const replica = scanLab();
  expect(resolveCode(replica, code(codes.bottle), move)).toEqual({ kind: 'wait', thing: bottle });
  expect(resolveCode(replica, code(codes.cellar), { ...move, basket: [bottle] })).toMatchObject({
    kind: 'act',
    act: { kind: 'move', toId: ids.cellar, things: [{ thing: bottle, backTo: ids.shelf }] },
  });
});

test('a place scanned first is the target of every following scan', () => {
  const replica = scanLab();
  expect(resolveCode(replica, code(codes.cellar), move)).toEqual({ kind: 'target', placeId: ids.cellar });
  expect(resolveCode(replica, code(codes.bottle), { ...move, targetId: ids.cellar })).toMatchObject({
    act: { toId: ids.cellar, things: [{ thing: bottle }] },
  });
});

test('a box is a thing to move, and the next place is where it goes', () => {
  const replica = scanLab();
  expect(resolveCode(replica, code(codes.box), move)).toEqual({ kind: 'wait', thing: box });
  expect(resolveCode(replica, code(codes.cellar), { ...move, basket: [box] })).toMatchObject({
    act: { toId: ids.cellar, things: [{ thing: box, backTo: ids.shelf }] },
  });
  expect(resolveCode(replica, code(codes.box), { ...move, targetId: ids.cellar })).toMatchObject({
    act: { toId: ids.cellar, things: [{ thing: box }] },
  });
});

test('a box is where vessels go that wait', () => {
  expect(resolveCode(scanLab(), code(codes.box), { ...move, basket: [bottle] })).toMatchObject({
    act: { toId: ids.box, things: [{ thing: bottle }] },
  });
});

test('a box is never put into itself, directly or through another', () => {
  const replica = scanLab();
  const refused = { kind: 'refused', why: 'cycle' };
  expect(resolveCode(replica, code(codes.box), { ...move, targetId: ids.inner })).toMatchObject(refused);
  expect(resolveCode(replica, code(codes.inner), { ...move, basket: [bottle, box] })).toMatchObject(refused);
});

test('what is there already is not moved', () => {
  const replica = scanLab();
  expect(resolveCode(replica, code(codes.bottle), { ...move, targetId: ids.shelf })).toEqual({
    kind: 'refused',
    why: 'already-there',
    placeId: ids.shelf,
  });
  const drum: Thing = { kind: 'container', id: ids.drum };
  expect(resolveCode(replica, code(codes.shelf), { ...move, basket: [bottle, drum] })).toMatchObject({
    act: { things: [{ thing: drum, backTo: ids.cellar }] },
  });
});

test('loose stock goes whole, from the only place that holds it', () => {
  const replica = scanLab([balance(ids.lotSalt, `l:${ids.shelf}`, 70)]);
  expect(resolveCode(replica, typed('S7'), { ...move, targetId: ids.cellar })).toMatchObject({
    act: {
      toId: ids.cellar,
      things: [{ thing: { kind: 'loose', lotId: ids.lotSalt, placeId: ids.shelf, qty: 70 }, backTo: ids.shelf }],
    },
  });
});

test('a lot in several places is asked for; a vessel of it moves by its place', () => {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 5 * mL), balance(ids.lotA, `l:${ids.room}`, 9 * mL)]);
  const decision = resolveCode(replica, typed('A1'), move);
  expect(decision).toMatchObject({
    kind: 'ask',
    question: { about: 'place', options: [{ from: `l:${ids.room}` }, { from: `c:${ids.bottle}` }] },
  });
  const option = {
    kind: 'place',
    lotId: ids.lotA,
    from: `c:${ids.bottle}`,
    packs: { packQty: null, times: 1 },
  } as const;
  expect(resolveOption(replica, typed('A1'), option, move)).toEqual({ kind: 'wait', thing: bottle });
});

test('what the book has nowhere cannot be moved by its amount', () => {
  const replica = scanLab();
  expect(resolveCode(replica, typed('S7'), move)).toEqual({ kind: 'unknown', why: 'no-place' });
  put(replica, balance(ids.lotSalt, `l:${ids.cellar}`, 70));
  expect(resolveCode(replica, typed('S7'), { ...move, targetId: ids.cellar })).toMatchObject({ why: 'already-there' });
});
