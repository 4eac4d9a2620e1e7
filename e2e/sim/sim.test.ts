import { expect, test } from 'vitest';
import { type Entry, foldPlainly, LedgerModel } from './check/ledger-model.ts';
import { configOf } from './config.ts';
import { runSeed, type SeedOutcome } from './run-seed.ts';
import { Scheduler } from './world/scheduler.ts';

test('the same seed gives the same run, event by event', async () => {
  const first = await runSeed(7, { config: { steps: 60 } });
  const second = await runSeed(7, { config: { steps: 60 } });
  expect(first.message).toBe('');
  expect(second.hash).toBe(first.hash);
  expect(second.events).toBe(first.events);
  const other = await runSeed(8, { config: { steps: 60 } });
  expect(other.hash).not.toBe(first.hash);
});

test('a run with a planted bug breaks an invariant that has a number', async () => {
  let caught: SeedOutcome | undefined;
  for (let seed = 1; seed <= 10 && !caught; seed++) {
    const outcome = await runSeed(seed, { mutant: 'accepted movements added on the device' });
    if (!outcome.ok) caught = outcome;
  }
  expect(caught?.invariant).toBe(3);
  expect(caught?.trace.length).toBeGreaterThan(0);
});

test('events happen by time, and at the same time in the order they were asked for', async () => {
  const scheduler = new Scheduler(0);
  const seen: string[] = [];
  const note = (name: string, ms: number) => scheduler.after(ms, name, () => void seen.push(name));
  note('late', 20);
  note('first', 10);
  note('second', 10);
  note('never', 15)();
  expect(await scheduler.run(12)).toBe(false);
  expect(seen).toEqual(['first', 'second']);
  expect(scheduler.now).toBe(12);
  await scheduler.run(30);
  expect(seen).toEqual(['first', 'second', 'late']);
});

test('every fault is off in some seeds and on in others', () => {
  const rates = Array.from({ length: 40 }, (_, seed) => configOf(seed).rates);
  for (const name of Object.keys(rates[0] ?? {}) as (keyof (typeof rates)[0])[]) {
    expect(
      rates.some((rate) => rate[name] === 0),
      name,
    ).toBe(true);
    expect(
      rates.some((rate) => rate[name] > 0),
      name,
    ).toBe(true);
  }
});

const entry = (eff: string, qty: number, counted = false, id = eff): Entry => ({ eff, id, counted, qty, seq: 1 });

test('the auditor: without a count a balance is the sum of all movements', () => {
  expect(foldPlainly([entry('1', 5), entry('3', -2)])).toEqual({ qty: 3, countId: null });
});

test('the auditor: a count forgets what happened before it, whenever it is told', () => {
  const entries = [entry('2', 10, true), entry('1', 7), entry('3', -4)];
  expect(foldPlainly(entries)).toEqual({ qty: 6, countId: '2' });
  expect(foldPlainly(entries.toReversed())).toEqual({ qty: 6, countId: '2' });
});

test('the auditor: at the same stamp the id decides which count is the last', () => {
  expect(foldPlainly([entry('2', 8, true, 'b'), entry('2', 1, true, 'a')])).toEqual({ qty: 8, countId: 'b' });
});

const move = (id: string, qty: number) => ({
  id,
  type: 'post-receive',
  body: { entries: [{ what: 'lot', from: 'v:supplier', to: 'l:here', qty }] },
});

test('the auditor: a posting and its void cancel out in either order, from the later of both on', () => {
  const undo = { id: 'v', type: 'void-posting', body: { target: { op: 'm' } } };
  const forward = new LedgerModel();
  forward.accept(move('m', 5), '1', 1);
  forward.accept(undo, '2', 2);
  expect(foldPlainly(forward.entries('lot@l:here', 1)).qty).toBe(5);
  expect(foldPlainly(forward.entries('lot@l:here', 2)).qty).toBe(0);
  const backward = new LedgerModel();
  backward.accept(undo, '2', 1);
  backward.accept(move('m', 5), '1', 2);
  expect(foldPlainly(backward.entries('lot@l:here', 2)).qty).toBe(0);
});

test('the auditor: what a count finds more or less than the entries before it is its variance', () => {
  const model = new LedgerModel();
  model.accept(move('m', 5), '1', 1);
  model.accept({ id: 'c', type: 'post-count', body: { entries: [{ what: 'lot', place: 'l:here', qty: 8 }] } }, '2', 2);
  expect(model.variance('lot@l:here', 2)).toBe(3);
});
