/**
 * Which of a stream's own ops the base already holds (SPEC V1–V4). Nothing else starts or ends an overlay: ending it
 * when "its row arrives" would hide what others did after it, or never end.
 */
import { voidFact } from '@tidylab/domain/ledger/decide';
import type { Ack, OpResult } from '../protocol/messages.ts';
import type { Op } from '../protocol/op.ts';
import type { OutboxState, StoredResult } from '../protocol/stored.ts';

/** An own op as the outbox holds it. */
export interface OwnOp {
  readonly op: Op;
  readonly state: OutboxState;
  readonly result: StoredResult | null;
}

export interface BasePosition {
  /** The line of history that `seq` counts in; absent where nothing else was ever heard of. */
  readonly line?: string;
  readonly seq: number;
  readonly ackN: Ack;
  readonly open: readonly number[];
}

/** What ended it in the end: a duplicate counts as what it is a duplicate of. */
export const finalStatus = (result: OpResult): OpResult['status'] =>
  result.status === 'duplicate' && result.first ? result.first.status : result.status;

export function isCovered(own: OwnOp, base: BasePosition): boolean {
  const { ackN } = base;
  if (ackN && ackN.dev === own.op.dev && own.op.n <= ackN.n && !base.open.includes(own.op.n)) return true;
  const { result } = own;
  if (result === null) return false;
  // A seq of another line of history says nothing about this one (SPEC N2).
  if (result.epoch !== undefined && base.line !== undefined && result.epoch !== base.line) return false;
  const first = result.first ?? result;
  return first.status !== 'parked' && first.seq <= base.seq;
}

/** The fact an op carries, if it may happen only once. */
export function factOf(op: Op): string | undefined {
  const fact = op.body['fact'];
  return typeof fact === 'string' ? fact : undefined;
}

/**
 * The own ops to lay over the base, in the order of their time: not covered, not rejected or withdrawn, and not for a
 * fact (or against a void) that the base or an earlier own op has already.
 */
export function overlayOps(own: readonly OwnOp[], base: BasePosition, hasFact: (fact: string) => boolean): OwnOp[] {
  const open = own.filter((row) => row.state !== 'withdrawn' && !isRejected(row) && !isCovered(row, base));
  open.sort((a, b) => compareOwn(a, b));
  const seen = new Set<string>();
  const kept: OwnOp[] = [];
  for (const row of open) {
    const fact = factOf(row.op);
    if (fact !== undefined && (seen.has(fact) || hasFact(fact))) continue;
    if (hasFact(factAgainst(row.op))) continue;
    if (fact !== undefined) seen.add(fact);
    kept.push(row);
  }
  return kept;
}

/** Asked for every open op after every change, and a hash each time: kept with the op. */
const factsAgainst = new WeakMap<Op, string>();

function factAgainst(op: Op): string {
  const known = factsAgainst.get(op);
  if (known !== undefined) return known;
  const fact = voidFact(op.id);
  factsAgainst.set(op, fact);
  return fact;
}

const isRejected = (own: OwnOp): boolean => own.result !== null && finalStatus(own.result) === 'rejected';

/** The stamp an own op is ordered by: the server's once it is known. */
export const ownEff = (own: OwnOp): string => own.result?.first?.eff ?? own.result?.eff ?? own.op.hlc;

const compareOwn = (a: OwnOp, b: OwnOp): number => {
  const left = ownEff(a);
  const right = ownEff(b);
  return left < right ? -1 : left > right ? 1 : a.op.n - b.op.n;
};
