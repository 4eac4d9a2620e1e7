/** What a change log must do, whatever it is made of. `open` gives an empty log of `lab` with one epoch. */
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import type { FeedRow, OpResult } from '@tidylab/sync/protocol/messages';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeLog, StoredOp, Verdict } from './change-log.ts';

export interface OpenedLog {
  readonly log: ChangeLog;
  close(): void;
}

const eff = (ms: number): string => makeStamp(ms, 0);
const op = (n: number, over: Partial<StoredOp> = {}): StoredOp => ({
  id: `op-${over.dev ?? 'a'}-${n}`,
  dev: 'a',
  n,
  user: 'ana',
  type: 'post-receive',
  raw: `{"n":${n}}`,
  receivedAt: 1_000 + n,
  ...over,
});
const applied = (ms: number, over: Partial<Verdict> = {}): Verdict => ({ status: 'applied', eff: eff(ms), ...over });
const part = (key: string) => ({ kind: 'item', key, value: { rev: 1 } });

/** A log that is new for each test. */
interface Bench {
  readonly log: ChangeLog;
  /** One more, apart from the first. */
  open(): OpenedLog;
  commit(one: StoredOp, verdict: Verdict, keys?: readonly string[]): OpResult;
  rows(after?: number): FeedRow[];
}

function bench(open: () => OpenedLog): Bench {
  let opened: OpenedLog;
  beforeEach(() => {
    opened = open();
  });
  afterEach(() => opened.close());
  return {
    get log() {
      return opened.log;
    },
    open,
    commit: (one, verdict, keys = []) => opened.log.transaction(() => opened.log.commit(one, verdict, keys.map(part))),
    rows: (after = 0) => opened.log.rowsAfter(after, 100, 1e9).map(({ row }) => JSON.parse(row) as FeedRow),
  };
}

function feed(on: Bench): void {
  test('an empty log stands at 0, has its epoch, and knows no device, result or fact', () => {
    expect(on.log.head()).toEqual({ seq: 0, chain: '0'.repeat(16) });
    expect(on.log.chainAt(0)).toBe('0'.repeat(16));
    expect(on.log.epochs()).toHaveLength(1);
    expect([
      on.log.device('a'),
      on.log.deviceByToken('t'),
      on.log.resultById('x'),
      on.log.resultAt('a', 1),
      on.log.factOwner('f'),
    ]).toEqual(Array.from({ length: 5 }, () => undefined));
    expect([on.log.grants('a'), on.log.parked('a', 'ana'), on.log.parkedUnknown(), on.log.openAt('a', 9)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(on.log.ackAt('a', 9)).toBeNull();
    expect(on.rows()).toEqual([]);
  });

  test('[F2] seqs are dense, the chain of each follows from the one before, and an old one is never another', () => {
    const seqs = [1, 2, 3].map((n) => on.commit(op(n), applied(n), [`k${n}`]).seq);
    expect(seqs).toEqual([1, 2, 3]);
    const chains = [0, 1, 2, 3].map((seq) => on.log.chainAt(seq));
    expect(new Set(chains).size).toBe(4);
    expect(on.log.head()).toEqual({ seq: 3, chain: chains[3] });
    expect(on.log.chainAt(4)).toBeUndefined();
    expect(on.rows().map(({ seq, op: id, n, eff: at, parts }) => [seq, id, n, at, parts[0]?.key])).toEqual([
      [1, 'op-a-1', 1, eff(1), 'k1'],
      [2, 'op-a-2', 2, eff(2), 'k2'],
      [3, 'op-a-3', 3, eff(3), 'k3'],
    ]);
  });

  test('[F3] two feeds that differ once differ in every chain after it', () => {
    const other = on.open();
    for (const n of [1, 2]) on.commit(op(n), applied(n), [`k${n}`]);
    other.log.transaction(() => other.log.commit(op(1), applied(1), [part('another')]));
    other.log.transaction(() => other.log.commit(op(2), applied(2), [part('k2')]));
    expect(other.log.chainAt(1)).not.toBe(on.log.chainAt(1));
    expect(other.log.chainAt(2)).not.toBe(on.log.chainAt(2));
    other.close();
  });

  test('[F2] a transaction that throws takes its seq back, a savepoint only what was done in it', () => {
    expect(() =>
      on.log.transaction(() => {
        on.log.commit(op(1), applied(1), []);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(on.log.head().seq).toBe(0);
    on.log.transaction(() => {
      on.log.putFact('kept', 'x');
      expect(() =>
        on.log.savepoint(() => {
          on.log.putFact('gone', 'x');
          throw new Error('no');
        }),
      ).toThrow('no');
      expect(on.log.savepoint(() => 7)).toBe(7);
    });
    expect([on.log.factOwner('kept'), on.log.factOwner('gone')]).toEqual(['x', undefined]);
    expect(on.commit(op(1), applied(1)).seq).toBe(1);
  });
}

function pages(on: Bench): void {
  test('[F5] rows are given up to a number and about a size, never cut, and one at least', () => {
    for (const n of [1, 2, 3]) on.commit(op(n), applied(n), ['k'.repeat(100)]);
    const size = on.log.rowsAfter(0, 1, 1e9)[0]?.row.length ?? 0;
    const seqs = (after: number, max: number, bytes: number) =>
      on.log.rowsAfter(after, max, bytes).map(({ seq }) => seq);
    expect(seqs(0, 2, 1e9)).toEqual([1, 2]);
    expect(seqs(0, 9, size * 2)).toEqual([1, 2]);
    expect(seqs(0, 9, size * 2 - 1)).toEqual([1]);
    expect(seqs(1, 9, 1)).toEqual([2]);
    expect(seqs(3, 9, 1e9)).toEqual([]);
  });
}

function results(on: Bench): void {
  test('a result is found by its id and by its place in the stream, with all that was said', () => {
    const said = applied(5, { status: 'rejected', code: 'no-entries', detail: 'why' });
    const result = on.commit(op(1), said);
    expect(result).toEqual({ id: 'op-a-1', n: 1, seq: 1, ...said });
    expect(on.log.resultById('op-a-1')).toEqual(result);
    expect(on.log.resultAt('a', 1)).toEqual(result);
    expect(on.log.resultAt('b', 1)).toBeUndefined();
    const first = { status: 'applied', seq: 1, eff: eff(1) } as const;
    expect(on.commit(op(2), applied(6, { status: 'duplicate', first })).first).toEqual(first);
  });

  test('[P10] a known id under another n consumes that n, has a row of its own, and carries the first verdict', () => {
    const first = on.commit(op(1), applied(5), ['k']);
    const again = on.log.transaction(() => on.log.commitDuplicate(op(2, { id: 'op-a-1' }), eff(6), first));
    expect(again).toEqual({
      id: 'op-a-1',
      n: 2,
      status: 'duplicate',
      seq: 2,
      eff: eff(6),
      first: { status: 'applied', seq: 1, eff: eff(5) },
    });
    expect(on.log.resultAt('a', 2)).toEqual(again);
    expect(on.log.resultAt('a', 1)).toEqual(first);
    expect(on.log.resultById('op-a-1')).toEqual(first);
    const third = on.log.transaction(() => on.log.commitDuplicate(op(3, { id: 'op-a-1' }), eff(7), again));
    expect(third.first).toEqual(again.first);
    expect(on.rows(1).map(({ n, parts }) => [n, parts.length])).toEqual([
      [2, 0],
      [3, 0],
    ]);
  });

  test('[F6] what is acknowledged and what is open is told for any position', () => {
    on.commit(op(1), applied(1));
    on.commit(op(2), applied(2, { status: 'parked', code: 'no-grant' }));
    on.commit(op(1, { dev: 'b' }), applied(3));
    on.commit(op(3), applied(4));
    on.log.transaction(() => on.log.decideParked(op(2), applied(2), []));
    const at = (seq: number) => [on.log.ackAt('a', seq)?.n ?? null, on.log.openAt('a', seq)];
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([
      [null, []],
      [1, []],
      [2, [2]],
      [2, [2]],
      [3, [2]],
      [3, []],
    ]);
    expect(on.log.ackAt('a', 4)).toEqual({ dev: 'a', n: 3, op: 'op-a-3' });
    expect(on.log.openAt('b', 5)).toEqual([]);
  });

  test('[P11] a fact belongs to one op for ever', () => {
    on.log.putFact('f', 'first');
    expect(() => on.log.putFact('f', 'second')).toThrow();
    expect(on.log.factOwner('f')).toBe('first');
  });
}

function parked(on: Bench): void {
  test('[P8] a parked op is listed for its reason, decided once with a second row, and its result is the new one', () => {
    on.commit(op(2), applied(5, { status: 'parked', code: 'no-grant' }));
    on.commit(op(1, { id: 'early' }), applied(5, { status: 'parked', code: 'no-grant' }));
    on.commit(op(3), applied(6, { status: 'parked', code: 'unknown-type' }));
    expect(on.log.parked('a', 'ana')).toEqual([op(1, { id: 'early' }), op(2)]);
    expect([on.log.parked('a', 'ben'), on.log.parked('b', 'ana')]).toEqual([[], []]);
    expect(on.log.parkedUnknown()).toEqual([op(3)]);
    on.log.transaction(() => on.log.admit({ dev: 'a', spki: 'k', tokenHash: null, nowMs: 1 }));
    const decided = on.log.transaction(() => on.log.decideParked(op(2), applied(5), [part('k')]));
    expect(decided).toEqual({ id: 'op-a-2', n: 2, status: 'applied', seq: 4, eff: eff(5) });
    expect(on.log.resultAt('a', 2)).toEqual(decided);
    expect(on.rows(3)).toMatchObject([{ seq: 4, op: 'op-a-2', decides: 'op-a-2', parts: [part('k')] }]);
    on.log.parkFor('early', 'unknown-type');
    on.log.parkFor('op-a-2', 'unknown-type');
    expect(on.log.parked('a', 'ana')).toEqual([]);
    expect(on.log.parkedUnknown().map(({ id }) => id)).toEqual(['early', 'op-a-3']);
  });
}

function floorsAndEpochs(on: Bench): void {
  test('[F11] below the floor the rows are gone; their chain, results and acknowledgements are not', () => {
    for (const n of [1, 2, 3, 4]) on.commit(op(n), applied(n), [`k${n}`]);
    const chains = [1, 2, 3, 4].map((seq) => on.log.chainAt(seq));
    expect(on.log.floor()).toBe(0);
    for (const floor of [2, 3]) on.log.transaction(() => on.log.raiseFloor(floor));
    expect(on.log.floor()).toBe(3);
    expect(on.rows().map(({ seq }) => seq)).toEqual([3, 4]);
    expect([1, 2, 3, 4].map((seq) => on.log.chainAt(seq))).toEqual(chains);
    expect(on.log.ackAt('a', 2)).toEqual({ dev: 'a', n: 2, op: 'op-a-2' });
    expect(on.log.resultAt('a', 1)).toMatchObject({ seq: 1 });
    expect(() => on.log.transaction(() => on.log.raiseFloor(5))).toThrow();
    expect(on.log.floor()).toBe(3);
  });

  test('[N1] a new epoch begins at the head and comes last', () => {
    on.commit(op(1), applied(1));
    on.log.transaction(() => on.log.rotateEpoch('later'));
    expect(on.log.epochs().slice(1)).toEqual([{ id: 'later', forkSeq: 1 }]);
    expect(on.commit(op(2), applied(2)).seq).toBe(2);
  });
}

function devices(on: Bench): void {
  test('a device is admitted once with its key, found by its newest token, and advances', () => {
    on.log.admit({ dev: 'a', spki: 'key', tokenHash: 'one', nowMs: 1 });
    on.log.advance('a', 3, 'op-a-3', eff(9), 2);
    on.log.admit({ dev: 'a', spki: 'another key', tokenHash: 'two', nowMs: 3 });
    const device = { dev: 'a', spki: 'key', n: 3, op: 'op-a-3', eff: eff(9), revoked: false };
    expect(on.log.device('a')).toEqual(device);
    expect(on.log.deviceByToken('two')).toEqual(device);
    expect(on.log.deviceByToken('one')).toBeUndefined();
  });

  test('[W2] a grant is per person and device, and only ever grows', () => {
    on.log.admit({ dev: 'a', spki: 'key', tokenHash: 'one', nowMs: 1 });
    on.log.grant('a', 'ben', 50);
    on.log.grant('a', 'ana', 50);
    on.log.grant('a', 'ben', 40);
    on.log.grant('a', 'ana', 60);
    expect(on.log.grants('a')).toEqual([
      { user: 'ana', until: 60 },
      { user: 'ben', until: 50 },
    ]);
  });
}

export function changeLogContract(name: string, open: () => OpenedLog): void {
  describe(`a change log: ${name}`, () => {
    const on = bench(open);
    feed(on);
    floorsAndEpochs(on);
    pages(on);
    results(on);
    parked(on);
    devices(on);
  });
}
