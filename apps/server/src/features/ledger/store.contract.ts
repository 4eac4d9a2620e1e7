/** What a store of the ledger must do, whatever it is made of. `open` gives an empty one. */
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import type { Posting } from '@tidylab/domain/ledger/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerStore } from './port.ts';

export interface OpenedLedger {
  readonly store: LedgerStore;
  /** The same storage as seen by another lab. */
  readonly stranger: LedgerStore;
  close(): void;
}

const eff = (ms: number): string => makeStamp(ms, 0);
const lot = uuidv5('lot');
const place = `l:${uuidv5('place')}`;
const posting: Posting = {
  id: uuidv5('posting'),
  kind: 'receive',
  entries: [{ what: lot, from: 'v:supplier', to: place, qty: 5 }],
  eff: eff(1),
  user: 'ana',
  dev: 'a',
  reason: 'r',
  note: 'n',
  via: 'scan',
  voidedBy: null,
};
const moved = (op: string, ms: number, qty: number) => ({ op, eff: eff(ms), counted: false, qty });
const counted = (op: string, ms: number, qty: number) => ({ op, eff: eff(ms), counted: true, qty });

export function ledgerStoreContract(name: string, open: () => OpenedLedger): void {
  describe(`a ledger store: ${name}`, () => {
    let opened: OpenedLedger;
    let store: LedgerStore;
    beforeEach(() => {
      opened = open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    test('a posting is kept whole, and only what voided it ever changes', () => {
      store.insertPosting(posting);
      expect(store.posting(posting.id)).toEqual(posting);
      store.setVoided(posting.id, 'void');
      expect(store.posting(posting.id)).toEqual({ ...posting, voidedBy: 'void' });
      expect(store.posting(uuidv5('absent'))).toBeUndefined();
      const { reason: _r, note: _n, via: _v, ...bare } = { ...posting, id: uuidv5('bare'), voidedBy: 'earlier' };
      store.insertPosting(bare);
      expect(store.posting(bare.id)).toEqual(bare);
    });

    test('[L1] entries come back as the set that was written, voided ones left out', () => {
      const entries = [moved('a', 1, 5), counted('b', 2, 7), moved('c', 3, -2), moved('d', 4, 9)];
      for (const entry of entries) store.insertEntry(lot, place, entry, entry.op === 'd');
      store.voidEntries('a', [{ what: lot, place, eff: eff(1) }]);
      const held = store.entries(lot, place).sort((x, y) => (x.op < y.op ? -1 : 1));
      expect(held).toEqual(entries.slice(1, 3));
      expect(store.entries(lot, 'l:elsewhere')).toEqual([]);
    });

    test('[L2] the sum after a point goes by stamp and then by op, and leaves counts and voided entries out', () => {
      for (const entry of [
        moved('a', 1, 1),
        moved('b', 2, 10),
        moved('d', 2, 100),
        moved('e', 3, -1_000),
        counted('f', 4, 7),
      ]) {
        store.insertEntry(lot, place, entry, false);
      }
      store.insertEntry(lot, place, moved('g', 5, 1_000_000), true);
      const after = (ms: number, op: string) => store.sumAfter(lot, place, { eff: eff(ms), op });
      expect([after(0, ''), after(2, 'a'), after(2, 'b'), after(2, 'c'), after(3, 'e')]).toEqual([
        -889, -890, -900, -900, 0,
      ]);
    });

    test('a balance is what was put last, with its count or without one, up to the safe integers', () => {
      expect(store.balance(lot, place)).toBeUndefined();
      store.putBalance(lot, place, { qty: Number.MAX_SAFE_INTEGER, count: null });
      expect(store.balance(lot, place)).toEqual({ qty: Number.MAX_SAFE_INTEGER, count: null });
      store.putBalance(lot, place, { qty: -5, count: { eff: eff(3), op: 'c' } });
      expect(store.balance(lot, place)).toEqual({ qty: -5, count: { eff: eff(3), op: 'c' } });
    });

    test('another lab sees nothing of it', () => {
      store.insertPosting(posting);
      store.insertEntry(lot, place, moved('a', 1, 5), false);
      store.putBalance(lot, place, { qty: 5, count: null });
      const { stranger } = opened;
      stranger.setVoided(posting.id, 'theirs');
      expect([stranger.posting(posting.id), stranger.entries(lot, place), stranger.balance(lot, place)]).toEqual([
        undefined,
        [],
        undefined,
      ]);
      expect(store.posting(posting.id)?.voidedBy).toBeNull();
    });
  });
}
