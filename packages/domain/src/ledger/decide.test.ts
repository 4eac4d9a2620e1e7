import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidv5 } from '../kernel/ids.ts';
import { makeStamp } from '../kernel/stamp.ts';
import { decidePosting, decideVoid, voidFact } from './decide.ts';
import {
  type Count,
  entriesMax,
  type LedgerEntry,
  type Movement,
  type PostingKind,
  postingKinds,
  type VoidBody,
} from './model.ts';

const lot = uuidv5('lot');
const [vessel, other, shelf] = [`c:${uuidv5('a')}`, `c:${uuidv5('b')}`, `l:${uuidv5('c')}`];
const accepted = { ok: true, value: null };
const move = (from: string, to: string, qty = 5): Movement => ({ what: lot, from, to, qty });
const counted = (place: string, qty = 5): Count => ({ what: lot, place, qty, expectedSeen: 4, headSeen: 12 });
const many = (n: number): Movement[] => Array.from({ length: n }, () => move(shelf, 'v:consumed'));

/** Every pair of ends that a kind of movement may have; all others are refused. */
const allowed: Record<Exclude<PostingKind, 'count'>, readonly (readonly [string, string])[]> = {
  receive: [
    ['v:supplier', 'real'],
    ['v:opening', 'real'],
  ],
  consume: [
    ['real', 'v:consumed'],
    ['real', 'v:waste'],
  ],
  transfer: [['real', 'real']],
  adjust: [
    ['real', 'v:adjustment'],
    ['v:adjustment', 'real'],
  ],
};
const ends = ['real', 'v:supplier', 'v:consumed', 'v:waste', 'v:opening', 'v:adjustment'];
const pairs = ends.flatMap((from) => ends.map((to) => [from, to] as const));
const movementKinds = postingKinds.filter((kind) => kind !== 'count');

test.each(movementKinds.flatMap((kind) => pairs.map(([from, to]) => [kind, from, to] as const)))(
  '[L6] %s from %s to %s is decided by the table of places',
  (kind, from, to) => {
    const entry = move(from === 'real' ? vessel : from, to === 'real' ? shelf : to);
    const verdict = decidePosting(kind, [entry]);
    if (allowed[kind].some(([a, b]) => a === from && b === to)) expect(verdict).toEqual(accepted);
    else
      expect(verdict).toMatchObject({
        ok: false,
        code: from === to && from !== 'real' ? 'same-place' : 'place-not-allowed',
      });
  },
);

test('[L6] from a place to itself nothing moves', () => {
  expect(decidePosting('transfer', [move(vessel, vessel)])).toMatchObject({ code: 'same-place' });
  expect(decidePosting('transfer', [move(vessel, other)])).toEqual(accepted);
});

test('[L6] only real places are counted', () => {
  expect(decidePosting('count', [counted(shelf), counted(vessel)])).toEqual(accepted);
  expect(decidePosting('count', [counted('v:consumed')])).toMatchObject({
    code: 'place-not-allowed',
    detail: 'v:consumed',
  });
});

test.each([
  [0, 'quantity-not-positive'],
  [-1, 'quantity-not-positive'],
  [0.5, 'quantity-not-whole'],
  [Number.NaN, 'quantity-not-whole'],
  [Number.POSITIVE_INFINITY, 'quantity-not-whole'],
  [2 ** 53, 'quantity-out-of-range'],
  [-(2 ** 53), 'quantity-out-of-range'],
])('[L4] a movement of %d is refused as %s', (qty, code) => {
  expect(decidePosting('consume', [move(shelf, 'v:consumed', qty)])).toMatchObject({ ok: false, code });
});

test('[L4] a movement of any positive safe integer is accepted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      (qty) => decidePosting('transfer', [move(vessel, shelf, qty)]).ok,
    ),
  );
});

test('[L4] the movements of one posting do not sum past the safe integers in any bucket', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const code = 'quantity-out-of-range';
  expect(decidePosting('receive', [move('v:supplier', shelf, most), move('v:supplier', shelf, 1)])).toMatchObject({
    code,
  });
  expect(decidePosting('consume', [move(shelf, 'v:waste', most), move(shelf, 'v:waste', 1)])).toMatchObject({ code });
  expect(decidePosting('receive', [move('v:supplier', shelf, most), move('v:supplier', vessel, most)])).toEqual(
    accepted,
  );
  expect(decidePosting('transfer', [move(shelf, vessel, most), move(vessel, shelf, most)])).toEqual(accepted);
});

test('[L4] nothing at all may be counted, but not less than nothing', () => {
  expect(decidePosting('count', [counted(shelf, 0)])).toEqual(accepted);
  expect(decidePosting('count', [counted(shelf, -1)])).toMatchObject({ code: 'quantity-not-positive' });
  expect(decidePosting('count', [counted(shelf, 1.5)])).toMatchObject({ code: 'quantity-not-whole' });
  expect(decidePosting('count', [counted(shelf, 2 ** 53)])).toMatchObject({ code: 'quantity-out-of-range' });
});

test('[L5] a posting has one entry at least and five hundred at most', () => {
  expect(decidePosting('consume', [])).toEqual({ ok: false, code: 'no-entries' });
  expect(decidePosting('consume', many(entriesMax))).toEqual(accepted);
  expect(decidePosting('consume', many(entriesMax + 1))).toEqual({
    ok: false,
    code: 'too-many-entries',
    detail: '501',
  });
});

test('[L5] a posting counts a bucket once, while another lot at the same place is another bucket', () => {
  expect(decidePosting('count', [counted(shelf), counted(shelf, 6)])).toMatchObject({
    code: 'counted-twice',
    detail: `${lot}@${shelf}`,
  });
  expect(decidePosting('count', [counted(shelf), { ...counted(shelf), what: uuidv5('lot 2') }])).toEqual(accepted);
});

test('[L5] counts and movements do not share a posting', () => {
  expect(decidePosting('count', [counted(shelf), move(shelf, 'v:consumed')])).toMatchObject({ code: 'malformed' });
  for (const kind of movementKinds) expect(decidePosting(kind, [counted(shelf)])).toMatchObject({ code: 'malformed' });
});

test('one entry that may not be refuses the posting whole', () => {
  expect(decidePosting('consume', [move(shelf, 'v:consumed'), move(shelf, vessel)])).toMatchObject({
    ok: false,
    code: 'place-not-allowed',
  });
});

test('[L8] a posting about lots and places that nobody has heard of is accepted', () => {
  const unheard = { what: uuidv5('never made'), from: `c:${uuidv5('neither')}`, to: 'v:waste', qty: 1 };
  expect(decidePosting('consume', [unheard])).toEqual(accepted);
});

const op = uuidv5('op');
const taken: LedgerEntry[] = [move(vessel, 'v:consumed', 100)];
const voiding = (over: Partial<VoidBody['target']> = {}, fact = voidFact(op)): VoidBody => ({
  fact,
  target: { op, kind: 'consume', eff: makeStamp(1000, 0), entries: taken, ...over },
});

test('[L9] two devices that void one posting name the same fact, and another posting has another', () => {
  expect(voidFact(op)).toBe(uuidv5(`void:${op}`));
  expect(voidFact(uuidv5('op 2'))).not.toBe(voidFact(op));
});

test('[L9] a void whose copy is what the ledger holds is accepted, whatever its effective stamp says', () => {
  expect(decideVoid(voiding(), { kind: 'consume', entries: [{ ...move(vessel, 'v:consumed', 100) }] })).toEqual(
    accepted,
  );
  expect(decideVoid(voiding({ eff: makeStamp(9, 9) }), { kind: 'consume', entries: taken })).toEqual(accepted);
});

test('[L9] a void of a posting that is not held here is accepted', () => {
  expect(decideVoid(voiding(), undefined)).toEqual(accepted);
  expect(decideVoid(voiding({ kind: 'count', entries: [counted(shelf)] }), undefined)).toEqual(accepted);
});

test('[L9] a void under a fact that is not its target’s is refused', () => {
  expect(decideVoid(voiding({}, voidFact(uuidv5('op 2'))), undefined)).toEqual({
    ok: false,
    code: 'void-mismatch',
    detail: 'fact',
  });
});

test('[L9] a void whose copy differs from its target in kind, quantity or number of entries is refused', () => {
  const mismatch = { ok: false, code: 'void-mismatch', detail: 'entries' };
  expect(decideVoid(voiding(), { kind: 'adjust', entries: taken })).toEqual(mismatch);
  expect(decideVoid(voiding(), { kind: 'consume', entries: [move(vessel, 'v:consumed', 99)] })).toEqual(mismatch);
  expect(decideVoid(voiding(), { kind: 'consume', entries: [...taken, ...taken] })).toEqual(mismatch);
});

test('[L9] a void of what no posting may be is refused with that reason', () => {
  expect(decideVoid(voiding({ entries: [] }), undefined)).toMatchObject({ code: 'no-entries' });
  expect(decideVoid(voiding({ entries: [move(shelf, 'v:consumed', -5)] }), undefined)).toMatchObject({
    code: 'quantity-not-positive',
  });
});
