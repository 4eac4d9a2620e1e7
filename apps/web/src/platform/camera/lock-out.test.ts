import { expect, test } from 'vitest';
import { type Look, lookThrough, needsFullLook, noLock } from './lock-out.ts';

const fast = (at: number, ...seen: string[]): Look => ({
  at,
  area: 'centre',
  effort: 'fast',
  seen,
  wanted: seen.slice(0, 1),
});
const thorough = (at: number, ...seen: string[]): Look => ({ ...fast(at, ...seen), effort: 'thorough' });
const full = (at: number, ...seen: string[]): Look => ({ ...thorough(at, ...seen), area: 'full' });

const takenIn = (looks: readonly Look[]): readonly (readonly string[])[] => {
  let state = noLock;
  return looks.map((look) => {
    const result = lookThrough(state, look);
    state = result.state;
    return result.taken;
  });
};

test('a code is taken once while it stays in the frame, however long', () => {
  const looks = Array.from({ length: 100 }, (_, i) => fast(i * 70, 'A'));
  expect(takenIn(looks).flat()).toEqual(['A']);
});

test('a code that left the frame is taken again, but not before 1.2 seconds', () => {
  const left = [fast(0, 'A'), thorough(100), full(200)];
  expect(takenIn([...left, fast(1199, 'A')]).flat()).toEqual(['A']);
  expect(takenIn([...left, fast(1200, 'A')]).flat()).toEqual(['A', 'A']);
  expect(takenIn([...left, fast(600, 'A'), fast(1210, 'A')]).flat()).toEqual(['A', 'A']);
});

test('a code that is only blurred for a while has not left', () => {
  const blurred = [
    fast(0, 'A'),
    fast(70),
    fast(140),
    fast(210),
    thorough(280, 'A'),
    thorough(600),
    full(700, 'A'),
    fast(3000, 'A'),
  ];
  expect(takenIn(blurred).flat()).toEqual(['A']);
});

test('a code at the edge of the frame has not left', () => {
  expect(
    takenIn([fast(0, 'A'), thorough(500), full(570, 'A'), thorough(1500), full(1570, 'A'), fast(3000, 'A')]).flat(),
  ).toEqual(['A']);
});

test('a code found only in the full frame is not taken again and again', () => {
  const looks = Array.from({ length: 60 }, (_, i) => (i % 3 === 2 ? full(i * 350, 'A') : thorough(i * 350)));
  expect(takenIn(looks).flat()).toEqual(['A']);
});

test('another code is taken after 250 milliseconds', () => {
  expect(takenIn([fast(0, 'A'), fast(249, 'B')]).flat()).toEqual(['A']);
  expect(takenIn([fast(0, 'A'), fast(250, 'B')]).flat()).toEqual(['A', 'B']);
});

test('with two codes in view, a held one does not give way to its neighbour', () => {
  expect(takenIn([fast(0, 'A', 'B'), fast(500, 'A', 'B')]).flat()).toEqual(['A']);
  expect(takenIn([fast(0, 'A', 'B'), fast(500, 'B', 'A'), fast(1000, 'A', 'B')]).flat()).toEqual(['A', 'B']);
});

test('take all takes every code of a look at once', () => {
  expect(
    takenIn([
      { ...fast(0, 'A', 'B'), wanted: ['A', 'B'] },
      { ...fast(300, 'A', 'B', 'C'), wanted: ['A', 'B', 'C'] },
    ]),
  ).toEqual([['A', 'B'], ['C']]);
});

test('a doubtful code asks for one look at the full frame', () => {
  let { state } = lookThrough(noLock, fast(0, 'A'));
  expect(needsFullLook(state)).toBe(false);
  ({ state } = lookThrough(state, thorough(300)));
  expect(needsFullLook(state)).toBe(true);
  ({ state } = lookThrough(state, full(400)));
  expect(needsFullLook(state)).toBe(false);
});
