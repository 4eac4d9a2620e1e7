/** Ops, results and pages for tests, complete and small. Ids are derived from names, so that failures can be read. */
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { voidFact } from '@tidylab/domain/ledger/decide';
import type { LedgerEntry, PostingKind } from '@tidylab/domain/ledger/model';
import { feedStart, writeCursor } from '../protocol/cursor.ts';
import type { FeedRow, OpResult, Page, Part } from '../protocol/messages.ts';
import type { Op } from '../protocol/op.ts';
import type { OwnOp } from '../replica/coverage.ts';

export const lot = uuidv5('a lot');
export const [shelf, flask] = [`l:${uuidv5('a shelf')}`, `c:${uuidv5('a flask')}`];
export const bucketOf = (place: string): string => `${lot}@${place}`;

export const stampAt = (ms: number): string => makeStamp(ms, 0);

export const opOf = (name: string, n: number, ms: number, type: string, body: Op['body'], dev = 'me'): Op => ({
  id: uuidv5(name),
  dev,
  n,
  user: 'ana',
  lab: 'lab',
  hlc: stampAt(ms),
  v: 1,
  type,
  body,
  sig: '',
});

export const received = (qty: number, place = shelf): LedgerEntry => ({
  what: lot,
  from: 'v:supplier',
  to: place,
  qty,
});
export const consumed = (qty: number, place = shelf): LedgerEntry => ({
  what: lot,
  from: place,
  to: 'v:consumed',
  qty,
});
export const counted = (qty: number, place = shelf): LedgerEntry => ({
  what: lot,
  place,
  qty,
  expectedSeen: null,
  headSeen: 0,
});

export const voidBody = (op: string, kind: PostingKind, eff: string, entries: readonly LedgerEntry[]): Op['body'] => ({
  fact: voidFact(op),
  target: { op, kind, eff, entries },
});

export const pending = (op: Op): OwnOp => ({ op, state: 'pending', result: null });

export const acknowledged = (op: Op, seq: number, over: Partial<OpResult> = {}): OwnOp => ({
  op,
  state: 'acknowledged',
  result: { id: op.id, n: op.n, status: 'applied', seq, eff: op.hlc, ...over },
});

export const cursorAt = (seq: number): string =>
  seq === 0 ? feedStart : writeCursor(seq, seq.toString(16).padStart(16, '0'));

export const rowOf = (seq: number, parts: readonly Part[], over: Partial<FeedRow> = {}): FeedRow => ({
  seq,
  op: uuidv5(`row ${seq}`),
  dev: 'other',
  n: seq,
  eff: stampAt(seq),
  parts: [...parts],
  ...over,
});

export function pageOf(sinceSeq: number, rows: readonly FeedRow[], over: Partial<Page> = {}): Page {
  const next = cursorAt(sinceSeq + rows.length);
  return {
    proto: 1,
    lab: 'lab',
    epoch: 'epoch',
    scopeId: 'scope',
    rows: [...rows],
    since: cursorAt(sinceSeq),
    next,
    head: next,
    more: false,
    ackN: null,
    open: [],
    floor: 0,
    safeSeq: 0,
    skipped: 0,
    ...over,
  };
}
