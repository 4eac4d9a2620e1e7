import { expect, test } from 'vitest';
import type { ScannedCode } from './read-code.ts';
import type { Take } from './act.ts';
import type { Question } from './decision.ts';
import {
  actOutcome,
  amountNow,
  emptySession,
  type Outcome,
  reduceSession,
  type ScanSession,
  type SessionEvent,
  type Step,
} from './session.ts';

const code = (text: string): ScannedCode => ({ text, symbology: null, via: 'wedge' });
const question: Question = { about: 'lot', options: [{ kind: 'other-lot' }], unknownLot: null, typed: null };
const wanted: Take = { kind: 'use', lotId: 'lot', itemId: 'item', from: 'c:1', qty: 10, warnings: [] };
const take = actOutcome(wanted);
const asking: Outcome = { kind: 'asking', question };
const unknown: Outcome = { kind: 'unknown', why: 'unknown' };

const scan = (text: string, outcome: Outcome): SessionEvent => ({
  type: 'scanned',
  code: code(text),
  mode: 'use',
  outcome,
});
const run = (...events: SessionEvent[]): ScanSession => events.reduce(reduceSession, emptySession);
const writing = (id: number): SessionEvent => ({ type: 'writing', id, act: null });
const recorded = (id: number, postingId: string): SessionEvent => ({
  type: 'recorded',
  id,
  postingId,
  act: wanted,
  qty: wanted.qty,
  part: 0,
  expected: null,
});
const takenNow = (steps: readonly Step[]): number => amountNow({ act: wanted, steps });
const stepsOf = (state: ScanSession, index = 0) => {
  const outcome = state.recent[index]?.outcome;
  return outcome?.kind === 'act' ? outcome.steps : [];
};

test('a location stays the sticky place over mode changes and scans, until it is cleared', () => {
  const placed = run(
    scan('L', { kind: 'place', placeId: 'shelf' }),
    { type: 'mode', mode: 'look' },
    scan('A', unknown),
  );
  expect(placed.placeId).toBe('shelf');
  expect(reduceSession(placed, { type: 'place', placeId: null }).placeId).toBeNull();
});

test('a take says nothing until it is recorded, and then offers its Undo', () => {
  const before = run(scan('A', take), writing(1));
  expect(before.said).toBeNull();
  expect(before.undoable).toBeNull();
  const after = reduceSession(before, recorded(1, 'p1'));
  expect(after.said).toMatchObject({ entryId: 1, what: 'result' });
  expect(after.undoable).toMatchObject({ entryId: 1, steps: [{ postingId: 'p1' }] });
});

test('a write that failed counts nothing and says why', () => {
  const state = run(scan('A', take), writing(1), { type: 'failed', id: 1, code: 'storage-full' });
  expect(state.said).toMatchObject({ entryId: 1, what: 'failed' });
  expect(state.recent[0]?.outcome).toMatchObject({ writing: 0, failure: 'storage-full', steps: [] });
  expect(state.undoable).toBeNull();
});

test('more adds steps, a voided one no longer counts', () => {
  const more = run(scan('A', take), writing(1), recorded(1, 'p1'), writing(1), recorded(1, 'p2'));
  expect(takenNow(stepsOf(more))).toBe(20);
  const less = [writing(1), { type: 'voided', id: 1, postingId: 'p2' } as const].reduce(reduceSession, more);
  expect(takenNow(stepsOf(less))).toBe(10);
  expect(less.said?.what).toBe('undone');
});

test('Undo stays with the last posting whatever is scanned after it, until it is used or its time is over', () => {
  const state = run(scan('A', take), writing(1), recorded(1, 'p1'), scan('B', unknown));
  const { undoable } = state;
  expect(undoable?.steps.map(({ postingId }) => postingId)).toEqual(['p1']);
  expect(reduceSession(state, { type: 'undo-over', n: (undoable?.n ?? 0) + 1 }).undoable).toBe(undoable);
  expect(reduceSession(state, { type: 'undo-over', n: undoable?.n ?? 0 }).undoable).toBeNull();
  expect(reduceSession(state, { type: 'voided', id: 1, postingId: 'p1' }).undoable).toBeNull();
});

test('the last five scans are listed, the newest first', () => {
  const state = run(...['1', '2', '3', '4', '5', '6'].map((text) => scan(text, take)));
  expect(state.recent.map((entry) => entry.code.text)).toEqual(['6', '5', '4', '3', '2']);
});

test('an unknown code goes to the tray once, the newest first', () => {
  const state = run(scan('A', unknown), scan('B', unknown), scan('A', unknown));
  expect(state.tray.map(({ text, why }) => [text, why])).toEqual([
    ['A', 'unknown'],
    ['B', 'unknown'],
  ]);
});

test('a question does not stop the loop, and is kept in the tray when it leaves the list unanswered', () => {
  const asked = run(scan('Q', asking));
  expect(asked.tray).toEqual([]);
  const later = ['1', '2', '3', '4', '5'].map((text) => scan(text, take)).reduce(reduceSession, asked);
  expect(later.tray).toMatchObject([{ text: 'Q', why: 'unanswered', mode: 'use' }]);
});

test('an answer takes the place of its question, once', () => {
  const answer: SessionEvent = { type: 'answered', id: 1, outcome: take };
  const state = reduceSession(run(scan('Q', asking)), answer);
  expect(state.recent[0]?.outcome.kind).toBe('act');
  expect(reduceSession(state, { ...answer, outcome: unknown })).toBe(state);
});

test('a code that is understood at last leaves the tray', () => {
  expect(run(scan('A', unknown), scan('A', take)).tray).toEqual([]);
  const asked = run(scan('A', unknown), scan('A', asking));
  expect(asked.tray).toHaveLength(1);
  expect(reduceSession(asked, { type: 'answered', id: asked.recent[0]?.id ?? 0, outcome: take }).tray).toEqual([]);
});

test('equal things said twice can be told apart', () => {
  const first = run(scan('A', unknown));
  const second = reduceSession(first, scan('A', unknown));
  expect(second.said?.n).not.toBe(first.said?.n);
});
