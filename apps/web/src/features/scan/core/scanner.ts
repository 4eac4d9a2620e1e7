/**
 * The scan loop's hands: reads a scan, records what it means, and says so. It commits at once; "saved" is said when,
 * and only when, the op is durable. Writes of a session go one after the other, so − after + takes the right step back.
 */
import { refuse, type Result } from '@tidylab/domain/kernel/result';
import type { Op } from '@tidylab/sync/protocol/op';
import type { LabClient } from '../../../store/lab-client.ts';
import { recordUse, undoPosting } from '../../movements/index.ts';
import { linkCode, type LinkFailure } from './link-code.ts';
import type { ScannedCode } from './read-code.ts';
import { type Decision, type Option, resolveCode, resolveOption } from './resolve.ts';
import {
  lastStep,
  type Outcome,
  reduceSession,
  type ScanEntry,
  type ScanSession,
  type SessionEvent,
  type Step,
  takeOutcome,
} from './session.ts';
import { type ScanContext, type ScanMode, type Take, withFreshWarnings } from './take.ts';
import { type Tone, toneOf } from './tone.ts';
import { withCode, type WaitingCode, withoutCode } from './tray.ts';

export interface SessionStore {
  getState(): ScanSession;
  setState(next: ScanSession, replace: true): void;
}

export interface ScannerDeps {
  readonly client: LabClient;
  readonly store: SessionStore;
  /** The lab's calendar date. */
  readonly today: () => string;
  /** Tone and vibration. */
  readonly signal: (tone: Tone) => void;
  /** A bug in a write: for the browser's own log. */
  readonly report: (error: unknown) => void;
}

export type Choice = Extract<SessionEvent, { type: 'mode' | 'place' | 'amount' | 'paused' | 'undo-over' }>;

const outcomeOf = (decision: Decision): Outcome => {
  if (decision.kind === 'take') return takeOutcome(decision.take);
  if (decision.kind === 'ask') return { kind: 'asking', question: decision.question };
  if (decision.kind === 'look') return { kind: 'looked', target: decision.target, unknownLot: decision.unknownLot };
  return decision;
};

export class Scanner {
  #writes: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: ScannerDeps) {}

  /** One scan of the loop, in the session's mode. */
  scan(code: ScannedCode): void {
    const { mode } = this.#session;
    this.#enter(code, mode, resolveCode(this.deps.client.replica, code, this.#context(mode)));
  }

  /** Reads a code outside the loop: what is certain is only returned, anything else waits in the session. */
  lookUp(code: ScannedCode): Decision {
    const decision = resolveCode(this.deps.client.replica, code, this.#context('look'));
    if (decision.kind === 'look' || decision.kind === 'place') this.deps.signal('success');
    else this.#enter(code, 'look', decision);
    return decision;
  }

  answer(entryId: number, option: Option): void {
    const entry = this.#entry(entryId);
    if (entry?.outcome.kind !== 'asking') return;
    const decision = resolveOption(this.deps.client.replica, option, this.#context(entry.mode));
    this.#dispatch({ type: 'answered', id: entryId, outcome: outcomeOf(decision) });
    this.#begin(entryId, decision);
  }

  /** Takes one more step of a scan. */
  more(entryId: number): void {
    const outcome = this.#entry(entryId)?.outcome;
    if (outcome?.kind !== 'take') return;
    const { client, today } = this.deps;
    this.#post(entryId, withFreshWarnings(client.replica, outcome.take, today()));
  }

  /** Voids the last step of a scan that still counts. */
  less(entryId: number): void {
    this.#void(entryId, () => lastStep(this.#steps(entryId))?.postingId);
  }

  /** Voids all that a scan took. */
  undo(entryId: number): void {
    for (const { postingId, voided } of this.#steps(entryId)) if (!voided) this.#void(entryId, () => postingId);
  }

  /** The big Undo: voids what was recorded last. */
  undoLast(): void {
    const { undoable } = this.#session;
    if (undoable) this.#void(undoable.entryId, () => undoable.postingId);
  }

  choose(choice: Choice): void {
    this.#dispatch(choice);
  }

  /** Teaches the lab that a code means an item. What it meant when it was scanned happens now. */
  async link(code: WaitingCode, itemId: string): Promise<Result<Op, LinkFailure>> {
    const { client, today } = this.deps;
    const result = await linkCode(client, code, itemId, today());
    if (result.ok) this.again(code);
    return result;
  }

  /** Reads a waiting code again, in the mode it was scanned in. */
  again(code: WaitingCode): void {
    this.ignore(code);
    this.#enter(code, code.mode, resolveCode(this.deps.client.replica, code, this.#context(code.mode)));
  }

  ignore(code: WaitingCode): void {
    this.#dispatch({ type: 'tray', tray: withoutCode(this.#session.tray, code.text) });
  }

  keep(code: WaitingCode): void {
    this.#dispatch({ type: 'tray', tray: withCode(this.#session.tray, code) });
  }

  get #session(): ScanSession {
    return this.deps.store.getState();
  }

  #entry(id: number): ScanEntry | undefined {
    return this.#session.recent.find((entry) => entry.id === id);
  }

  #steps(id: number): readonly Step[] {
    const outcome = this.#entry(id)?.outcome;
    return outcome?.kind === 'take' ? outcome.steps : [];
  }

  #context(mode: ScanMode): ScanContext {
    const { placeId, amount } = this.#session;
    return { mode, placeId, amount, today: this.deps.today() };
  }

  #dispatch(event: SessionEvent): void {
    const { store, signal } = this.deps;
    const before = store.getState();
    const next = reduceSession(before, event);
    const { said } = next;
    if (said && said !== before.said)
      signal(
        toneOf(
          next.recent.find(({ id }) => id === said.entryId),
          said.what,
        ),
      );
    store.setState(next, true);
  }

  #enter(code: ScannedCode, mode: ScanMode, decision: Decision): void {
    const id = this.#session.next;
    this.#dispatch({ type: 'scanned', code, mode, outcome: outcomeOf(decision) });
    this.#begin(id, decision);
  }

  #begin(id: number, decision: Decision): void {
    if (decision.kind === 'take') this.#post(id, decision.take);
  }

  #post(id: number, take: Take): void {
    const via = this.#entry(id)?.code.via === 'typed' ? 'typed' : 'scan';
    const { lotId, from, qty } = take;
    this.#inTurn(
      { type: 'writing', id, take },
      () => recordUse(this.deps.client, { lotId, from, qty, via }),
      (op) => ({ type: 'recorded', id, postingId: op.id, take }),
    );
  }

  /** `choose` is asked in its turn: what stood before it may have changed. */
  #void(id: number, choose: () => string | undefined): void {
    let postingId = '';
    const write = async (): Promise<Result<Op, string>> => {
      postingId = choose() ?? '';
      return postingId === '' ? refuse('already-undone') : undoPosting(this.deps.client, postingId);
    };
    this.#inTurn({ type: 'writing', id, take: null }, write, () => ({ type: 'voided', id, postingId }));
  }

  #inTurn(
    begin: Extract<SessionEvent, { type: 'writing' }>,
    write: () => Promise<Result<Op, string>>,
    done: (op: Op) => SessionEvent,
  ): void {
    const { id } = begin;
    this.#dispatch(begin);
    const turn = async (): Promise<void> => {
      const result = await write();
      this.#dispatch(result.ok ? done(result.value) : { type: 'failed', id, code: result.code });
    };
    // A bug in one write must neither hide nor stop those that come after it.
    this.#writes = this.#writes.then(turn).catch((error: unknown) => {
      this.#dispatch({ type: 'failed', id, code: 'internal' });
      this.deps.report(error);
    });
  }
}
