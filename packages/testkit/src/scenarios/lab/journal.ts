/** Writes postings in time order and keeps the balances, so that nobody takes what is not there. */
import { assert } from '@tidylab/domain/kernel/assert';
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { voidFact } from '@tidylab/domain/ledger/decide';
import { bucketEffects } from '@tidylab/domain/ledger/fold';
import { bucketKey, type LedgerEntry, type Movement, type Place } from '@tidylab/domain/ledger/model';
import type { MovementPosting, ScenarioPosting } from '../types.ts';
import { idOf } from './stock.ts';

/** When, and by whom (a login). */
export interface Who {
  readonly atMs: number;
  readonly by: string;
}

type Notes = Omit<MovementPosting['body'], 'entries'>;

export interface Journal {
  readonly postings: readonly ScenarioPosting[];
  balance(what: string, place: Place): number;
  move(type: MovementPosting['type'], who: Who, entries: Movement[], notes?: Notes): MovementPosting;
  /** @param headSeen how far the counter's device had read the feed. */
  count(who: Who, bucket: { what: string; place: Place }, qty: number, headSeen: number): void;
  undo(who: Who, target: MovementPosting, note: string): void;
}

const kinds = {
  'post-receive': 'receive',
  'post-consume': 'consume',
  'post-transfer': 'transfer',
  'post-adjust': 'adjust',
} as const;

export function openJournal(): Journal {
  const postings: ScenarioPosting[] = [];
  const held = new Map<string, number>();
  const balance = (what: string, place: Place): number => held.get(bucketKey(what, place)) ?? 0;
  const apply = (entries: readonly LedgerEntry[], sign: 1 | -1): void => {
    for (const [key, { counted, qty }] of bucketEffects(entries)) {
      const now = counted ? qty : (held.get(key) ?? 0) + sign * qty;
      assert(now >= 0, `${key} would go below zero`);
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
    count(who, { what, place }, qty, headSeen) {
      const entry = { what, place, qty, expectedSeen: balance(what, place), headSeen };
      apply([entry], 1);
      write({ ...at(who), type: 'post-count', body: { via: 'scan', entries: [entry] } });
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
