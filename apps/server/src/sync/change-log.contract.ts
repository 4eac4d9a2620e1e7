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

export function changeLogContract(name: string, open: () => OpenedLog): void {
  describe(`a change log: ${name}`, () => {
    let opened: OpenedLog;
    let log: ChangeLog;
    beforeEach(() => {
      opened = open();
      log = opened.log;
    });
    afterEach(() => opened.close());

    const commit = (one: StoredOp, verdict: Verdict, keys: string[] = []): OpResult =>
      log.transaction(() => log.commit(one, verdict, keys.map(part)));
    const rows = (after = 0): FeedRow[] => log.rowsAfter(after, 100, 1e9).map(({ row }) => JSON.parse(row) as FeedRow);

    test('an empty log stands at 0, has its epoch, and knows no device, result or fact', () => {
      expect(log.head()).toEqual({ seq: 0, chain: '0'.repeat(16) });
      expect(log.chainAt(0)).toBe('0'.repeat(16));
      expect(log.epochs()).toHaveLength(1);
      expect([
        log.device('a'),
        log.deviceByToken('t'),
        log.resultById('x'),
        log.resultAt('a', 1),
        log.factOwner('f'),
      ]).toEqual(Array.from({ length: 5 }, () => undefined));
      expect([log.grants('a'), log.parked('a', 'ana'), log.parkedUnknown(), log.openAt('a', 9)]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect(log.ackAt('a', 9)).toBeNull();
      expect(rows()).toEqual([]);
    });

    test('[F2] seqs are dense, the chain of each follows from the one before, and an old one is never another', () => {
      const seqs = [1, 2, 3].map((n) => commit(op(n), applied(n), [`k${n}`]).seq);
      expect(seqs).toEqual([1, 2, 3]);
      const chains = [0, 1, 2, 3].map((seq) => log.chainAt(seq));
      expect(new Set(chains).size).toBe(4);
      expect(log.head()).toEqual({ seq: 3, chain: chains[3] });
      expect(log.chainAt(4)).toBeUndefined();
      expect(rows().map(({ seq, op: id, n, eff: at, parts }) => [seq, id, n, at, parts[0]?.key])).toEqual([
        [1, 'op-a-1', 1, eff(1), 'k1'],
        [2, 'op-a-2', 2, eff(2), 'k2'],
        [3, 'op-a-3', 3, eff(3), 'k3'],
      ]);
    });

    test('[F3] two feeds that differ once differ in every chain after it', () => {
      const other = open();
      for (const n of [1, 2]) commit(op(n), applied(n), [`k${n}`]);
      other.log.transaction(() => other.log.commit(op(1), applied(1), [part('another')]));
      other.log.transaction(() => other.log.commit(op(2), applied(2), [part('k2')]));
      expect(other.log.chainAt(1)).not.toBe(log.chainAt(1));
      expect(other.log.chainAt(2)).not.toBe(log.chainAt(2));
      other.close();
    });

    test('[F2] a transaction that throws takes its seq back, a savepoint only what was done in it', () => {
      expect(() =>
        log.transaction(() => {
          log.commit(op(1), applied(1), []);
          throw new Error('no');
        }),
      ).toThrow('no');
      expect(log.head().seq).toBe(0);
      log.transaction(() => {
        log.putFact('kept', 'x');
        expect(() =>
          log.savepoint(() => {
            log.putFact('gone', 'x');
            throw new Error('no');
          }),
        ).toThrow('no');
        expect(log.savepoint(() => 7)).toBe(7);
      });
      expect([log.factOwner('kept'), log.factOwner('gone')]).toEqual(['x', undefined]);
      expect(commit(op(1), applied(1)).seq).toBe(1);
    });

    test('a result is found by its id and by its place in the stream, with all that was said', () => {
      const said = applied(5, { status: 'rejected', code: 'no-entries', detail: 'why' });
      const result = commit(op(1), said);
      expect(result).toEqual({ id: 'op-a-1', n: 1, seq: 1, ...said });
      expect(log.resultById('op-a-1')).toEqual(result);
      expect(log.resultAt('a', 1)).toEqual(result);
      expect(log.resultAt('b', 1)).toBeUndefined();
      const first = { status: 'applied', seq: 1, eff: eff(1) } as const;
      expect(commit(op(2), applied(6, { status: 'duplicate', first })).first).toEqual(first);
    });

    test('[P10] a known id under another n consumes that n, has a row of its own, and carries the first verdict', () => {
      const first = commit(op(1), applied(5), ['k']);
      const again = log.transaction(() => log.commitDuplicate(op(2, { id: 'op-a-1' }), eff(6), first));
      expect(again).toEqual({
        id: 'op-a-1',
        n: 2,
        status: 'duplicate',
        seq: 2,
        eff: eff(6),
        first: { status: 'applied', seq: 1, eff: eff(5) },
      });
      expect(log.resultAt('a', 2)).toEqual(again);
      expect(log.resultAt('a', 1)).toEqual(first);
      expect(log.resultById('op-a-1')).toEqual(first);
      const third = log.transaction(() => log.commitDuplicate(op(3, { id: 'op-a-1' }), eff(7), again));
      expect(third.first).toEqual(again.first);
      expect(rows(1).map(({ n, parts }) => [n, parts.length])).toEqual([
        [2, 0],
        [3, 0],
      ]);
    });

    test('[P8] a parked op is listed for its reason, decided once with a second row, and its result is the new one', () => {
      commit(op(2), applied(5, { status: 'parked', code: 'no-grant' }));
      commit(op(1, { id: 'early' }), applied(5, { status: 'parked', code: 'no-grant' }));
      commit(op(3), applied(6, { status: 'parked', code: 'unknown-type' }));
      expect(log.parked('a', 'ana')).toEqual([op(1, { id: 'early' }), op(2)]);
      expect([log.parked('a', 'ben'), log.parked('b', 'ana')]).toEqual([[], []]);
      expect(log.parkedUnknown()).toEqual([op(3)]);
      log.transaction(() => log.admit({ dev: 'a', spki: 'k', tokenHash: null, nowMs: 1 }));
      const decided = log.transaction(() => log.decideParked(op(2), applied(5), [part('k')]));
      expect(decided).toEqual({ id: 'op-a-2', n: 2, status: 'applied', seq: 4, eff: eff(5) });
      expect(log.resultAt('a', 2)).toEqual(decided);
      expect(rows(3)).toMatchObject([{ seq: 4, op: 'op-a-2', decides: 'op-a-2', parts: [part('k')] }]);
      log.parkFor('early', 'unknown-type');
      log.parkFor('op-a-2', 'unknown-type');
      expect(log.parked('a', 'ana')).toEqual([]);
      expect(log.parkedUnknown().map(({ id }) => id)).toEqual(['early', 'op-a-3']);
    });

    test('[F6] what is acknowledged and what is open is told for any position', () => {
      commit(op(1), applied(1));
      commit(op(2), applied(2, { status: 'parked', code: 'no-grant' }));
      commit(op(1, { dev: 'b' }), applied(3));
      commit(op(3), applied(4));
      log.transaction(() => log.decideParked(op(2), applied(2), []));
      const at = (seq: number) => [log.ackAt('a', seq)?.n ?? null, log.openAt('a', seq)];
      expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([
        [null, []],
        [1, []],
        [2, [2]],
        [2, [2]],
        [3, [2]],
        [3, []],
      ]);
      expect(log.ackAt('a', 4)).toEqual({ dev: 'a', n: 3, op: 'op-a-3' });
      expect(log.openAt('b', 5)).toEqual([]);
    });

    test('[F5] rows are given up to a number and about a size, never cut, and one at least', () => {
      for (const n of [1, 2, 3]) commit(op(n), applied(n), ['k'.repeat(100)]);
      const size = log.rowsAfter(0, 1, 1e9)[0]?.row.length ?? 0;
      const seqs = (after: number, max: number, bytes: number) =>
        log.rowsAfter(after, max, bytes).map(({ seq }) => seq);
      expect(seqs(0, 2, 1e9)).toEqual([1, 2]);
      expect(seqs(0, 9, size * 2)).toEqual([1, 2]);
      expect(seqs(0, 9, size * 2 - 1)).toEqual([1]);
      expect(seqs(1, 9, 1)).toEqual([2]);
      expect(seqs(3, 9, 1e9)).toEqual([]);
    });

    test('a device is admitted once with its key, found by its newest token, and advances', () => {
      log.admit({ dev: 'a', spki: 'key', tokenHash: 'one', nowMs: 1 });
      log.advance('a', 3, 'op-a-3', eff(9), 2);
      log.admit({ dev: 'a', spki: 'another key', tokenHash: 'two', nowMs: 3 });
      const device = { dev: 'a', spki: 'key', n: 3, op: 'op-a-3', eff: eff(9), revoked: false };
      expect(log.device('a')).toEqual(device);
      expect(log.deviceByToken('two')).toEqual(device);
      expect(log.deviceByToken('one')).toBeUndefined();
    });

    test('[W2] a grant is per person and device, and only ever grows', () => {
      log.admit({ dev: 'a', spki: 'key', tokenHash: 'one', nowMs: 1 });
      log.grant('a', 'ben', 50);
      log.grant('a', 'ana', 50);
      log.grant('a', 'ben', 40);
      log.grant('a', 'ana', 60);
      expect(log.grants('a')).toEqual([
        { user: 'ana', until: 60 },
        { user: 'ben', until: 50 },
      ]);
    });

    test('[P11] a fact belongs to one op for ever', () => {
      log.putFact('f', 'first');
      expect(() => log.putFact('f', 'second')).toThrow();
      expect(log.factOwner('f')).toBe('first');
    });
  });
}
