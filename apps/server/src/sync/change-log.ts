/**
 * The log of a lab: streams, ops with their results, facts, the feed. A port; its contract is what the adapters are
 * tested against. Everything but reads of the feed happens inside `transaction`.
 */
import type { Ack, OpResult, Part, ResultStatus } from '@tidylab/sync/protocol/messages';

export interface DeviceState {
  readonly dev: string;
  readonly spki: string;
  /** Highest n with a result, and its op; 0 and null before the first. */
  readonly n: number;
  readonly op: string | null;
  readonly eff: string | null;
  readonly revoked: boolean;
}

export interface StoredOp {
  readonly id: string;
  readonly dev: string;
  readonly n: number;
  readonly user: string;
  readonly type: string;
  readonly raw: string;
  readonly receivedAt: number;
}

export interface Verdict {
  readonly status: ResultStatus;
  readonly eff: string;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly first?: OpResult['first'] | undefined;
}

export interface Head {
  readonly seq: number;
  readonly chain: string;
}

export interface ChangeLog {
  /** BEGIN IMMEDIATE … COMMIT; a throw rolls everything back, a failed COMMIT throws. */
  transaction<T>(work: () => T): T;
  /** A SAVEPOINT inside it; a throw rolls back to it and goes on up. */
  savepoint<T>(work: () => T): T;

  head(): Head;
  epochs(): { id: string; forkSeq: number }[];
  /** A new epoch that continues from `forkSeq`, which is the head. */
  rotateEpoch(id: string): void;
  /** Also of rows below the floor. */
  chainAt(seq: number): string | undefined;
  /** Rows below it are not in the feed any more; 0: all are there. */
  floor(): number;
  /** Drops the rows below `seq`, which is not above the head; their chain, ops, results and audit stay. */
  raiseFloor(seq: number): void;

  device(dev: string): DeviceState | undefined;
  deviceByToken(tokenHash: string): DeviceState | undefined;
  admit(device: { dev: string; spki: string; tokenHash: string | null; nowMs: number }): void;
  advance(dev: string, n: number, op: string, eff: string, nowMs: number): void;
  grant(dev: string, user: string, untilMs: number): void;
  grants(dev: string): { user: string; until: number }[];
  /** What `user` may still record on any device ends at `nowMs`; a later full sign-in grants again. */
  endGrants(user: string, nowMs: number): void;

  resultById(id: string): OpResult | undefined;
  resultAt(dev: string, n: number): OpResult | undefined;
  /** Writes an op with its verdict, its row of the feed and its line of the audit; answers the result. */
  commit(op: StoredOp, verdict: Verdict, parts: readonly Part[]): OpResult;
  /** A known id under another (dev, n): consumes that n, has a row of its own and no effect. */
  commitDuplicate(op: StoredOp, eff: string, first: OpResult): OpResult;
  /** Decides a parked op: a second row, and the result from now on. */
  decideParked(op: StoredOp, verdict: Verdict, parts: readonly Part[]): OpResult;
  /** What waits for a grant of `user` on `dev`, in the order of n. */
  parked(dev: string, user: string): StoredOp[];
  /** What waits for a server that knows its type, stream by stream in the order of n. */
  parkedUnknown(): StoredOp[];
  /** A parked op waits for another reason now. */
  parkFor(id: string, code: string): void;

  factOwner(fact: string): string | undefined;
  putFact(fact: string, op: string): void;

  /** Rows after a seq as stored text, at most `rowsMax` and about `bytesTarget`; a row is never cut. */
  rowsAfter(seq: number, rowsMax: number, bytesTarget: number): { seq: number; row: string }[];
  ackAt(dev: string, seq: number): Ack;
  openAt(dev: string, seq: number): number[];
}
