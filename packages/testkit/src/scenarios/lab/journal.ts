/** Writes postings in time order and keeps the balances, so that nobody takes what is not there. */
import { assert } from '@tidylab/domain/kernel/assert';
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { voidFact } from '@tidylab/domain/ledger/decide';
import { bucketEffects } from '@tidylab/domain/ledger/fold';
import { bucketKey, type LedgerEntry, type Movement, type Place } from '@tidylab/domain/ledger/model';
import type { MovementPosting, ScenarioPosting } from '../types.ts';

/** When, and by whom (a login). */
export interface Who {
  readonly atMs: number;
  readonly by: string;
}

type Notes = Omit<MovementPosting['body'], 'entries'>;

/** What a counter finds in a bucket. */
export interface Found {
  readonly what: string;
  readonly place: Place;
  readonly qty: number;
}

export interface Journal {
  readonly postings: readonly ScenarioPosting[];
  balance(what: string, place: Place): number;
  move(type: MovementPosting['type'], who: Who, entries: Movement[], notes?: Notes): MovementPosting;
  /** Somebody takes what the ledger says is not there. */
  overdraw(who: Who, entries: Movement[], notes?: Notes): void;
  /** @param headSeen how far the counter's device had read the feed. */
  count(who: Who, found: readonly Found[], headSeen: number): void;
  undo(who: Who, target: MovementPosting, note: string): void;
}

const kinds = {
  'post-receive': 'receive',
  'post-consume': 'consume',
  'post-transfer': 'transfer',
  'post-adjust': 'adjust',
} as const;

/** @param idOf ids derive from the number of the posting. */
export function openJournal(idOf: (name: string) => string): Journal {
  const postings: ScenarioPosting[] = [];
  const held = new Map<string, number>();
  const balance = (what: string, place: Place): number => held.get(bucketKey(what, place)) ?? 0;
  const apply = (entries: readonly LedgerEntry[], sign: 1 | -1, floor = 0): void => {
    for (const [key, { counted, qty }] of bucketEffects(entries)) {
      const now = counted ? qty : (held.get(key) ?? 0) + sign * qty;
      assert(now >= floor, `${key} would go below zero`);
      held.set(key, now);
    }
  };
  const write = <P extends ScenarioPosting>(posting: P): P => {
    assert(posting.atMs >= (postings.at(-1)?.atMs ?? 0), 'postings are written in time order');
    postings.push(posting);
    return posting;
  };
  const at = (who: Who) => ({ id: idOf(`posting ${postings.length + 1}`), ...who });
  return {
    postings,
    balance,
    move(type, who, entries, notes = {}) {
      apply(entries, 1);
      return write({ ...at(who), type, body: { ...notes, entries } });
    },
    overdraw(who, entries, notes = {}) {
      apply(entries, 1, Number.NEGATIVE_INFINITY);
      write({ ...at(who), type: 'post-consume', body: { ...notes, entries } });
    },
    count(who, found, headSeen) {
      const entries = found.map(({ what, place, qty }) => {
        return { what, place, qty, expectedSeen: balance(what, place), headSeen };
      });
      apply(entries, 1);
      write({ ...at(who), type: 'post-count', body: { via: 'scan', entries } });
    },
    undo(who, target, note) {
      apply(target.body.entries, -1);
      const copy = {
        op: target.id,
        kind: kinds[target.type],
        eff: makeStamp(target.atMs, 0),
        entries: target.body.entries,
      };
      write({ ...at(who), type: 'void-posting', body: { note, via: 'list', fact: voidFact(target.id), target: copy } });
    },
  };
}
