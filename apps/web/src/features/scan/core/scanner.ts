/**
 * The scan loop's hands: reads a scan, records what it means, and says so. It commits at once; "saved" is said when,
 * and only when, the op is durable. Writes of a session go one after the other, so − after + takes the right step back.
 * Only a count waits for the next scan, so that a person can set its number before it is written.
 */
import { refuse, type Result } from '@tidylab/domain/kernel/result';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import type { Place } from '@tidylab/domain/ledger/model';
import type { Op } from '@tidylab/sync/protocol/op';
import type { LabClient } from '../../../store/lab-client.ts';
import type { Act, Count, Move, ScanContext } from './act.ts';
import type { Decision, Option } from './decision.ts';
import { linkCode, type LinkFailure } from './link-code.ts';
import { looseStep } from './loose-step.ts';
import { type Command, parseCommand, type ScanMode } from './modes.ts';
import type { ScannedCode } from './read-code.ts';
import { takeBack, type Via } from './record-act.ts';
import { moveTo } from './resolve-move.ts';
import { resolveCode, resolveOption } from './resolve.ts';
import {
  actOutcome,
  type ActOutcome,
  lastStep,
  liveSteps,
  type Outcome,
  reduceSession,
  type ScanEntry,
  type ScanSession,
  type SessionEvent,
  type Step,
} from './session.ts';
import { countedIn } from './shelf.ts';
import { withFreshWarnings } from './take.ts';
import { type Write, writesOf } from './writes-of.ts';
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

export type Choice = Extract<
  SessionEvent,
  { type: 'mode' | 'place' | 'target' | 'basket' | 'amount' | 'paused' | 'undo-over' | 'shelf-over' }
>;

const outcomeOf = (decision: Decision): Outcome => {
  if (decision.kind === 'act') return actOutcome(decision.act);
  if (decision.kind === 'ask') return { kind: 'asking', question: decision.question };
  if (decision.kind === 'look') return { kind: 'looked', target: decision.target, unknownLot: decision.unknownLot };
  return decision;
};

const byList: ScannedCode = { text: '', symbology: null, via: 'typed' };

export class Scanner {
  #writes: Promise<unknown> = Promise.resolve();
  /** Ids of lots that are recorded with their first receipt. */
  readonly #newLots = new Map<string, string>();

  constructor(private readonly deps: ScannerDeps) {}

  /** One scan of the loop, in the session's mode. */
  scan(code: ScannedCode): void {
    if (this.obey(code) === null) this.#read(code, this.#session.mode);
  }

  /** Does what a command card says; null: it is none. */
  obey(code: ScannedCode): Command | null {
    const command = parseCommand(code.text);
    if (!command) return null;
    if (command.kind === 'mode') {
      this.choose({ type: 'mode', mode: command.mode });
      this.deps.signal('success');
    } else this.#undoNewest();
    return command;
  }

  /** The same thing again in another mode, which stays. */
  goOn(entryId: number, mode: ScanMode): void {
    const entry = this.#entry(entryId);
    if (entry?.outcome.kind !== 'looked') return;
    this.choose({ type: 'mode', mode });
    const { target } = entry.outcome;
    if (target.kind === 'item') return this.#read(entry.code, mode);
    const print = { expiry: null, count: null };
    const option: Option = { kind: 'target', target, lot: { state: 'none' }, print };
    const context = this.#context(mode);
    // Where a place must be known first, the code is read again when it is.
    const isLost = context.placeId === null && (mode === 'receive' || mode === 'count');
    if (isLost && target.kind !== 'location') return this.#read(entry.code, mode);
    this.#enter(entry.code, mode, resolveOption(this.deps.client.replica, entry.code, option, context));
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
    if (option.kind === 'here') this.choose({ type: 'place', placeId: option.placeId });
    const decision = resolveOption(this.deps.client.replica, entry.code, option, this.#context(entry.mode));
    this.#dispatch({ type: 'answered', id: entryId, outcome: outcomeOf(decision) });
    this.#begin(entryId, decision);
  }

  /** One more step of a scan. */
  more(entryId: number): void {
    this.#step(entryId, 1);
  }

  /** One step less: takes back the last that still counts. */
  less(entryId: number): void {
    this.#step(entryId, -1);
  }

  /** Takes back all that a scan did; a count that is not recorded yet never is. */
  undo(entryId: number): void {
    const outcome = this.#act(entryId);
    if (!outcome) return;
    if (outcome.draft !== null) this.#dispatch({ type: 'draft', id: entryId, qty: null });
    for (const step of liveSteps(outcome.steps)) this.#takeBack(entryId, outcome.act, () => step);
  }

  /** The big Undo: takes back what was recorded last. */
  undoLast(): void {
    const { undoable } = this.#session;
    if (!undoable) return;
    for (const step of undoable.steps) this.#takeBack(undoable.entryId, undoable.act, () => step);
  }

  /** Sets the number of a count, base units; it is recorded with the next scan. */
  setCount(entryId: number, qty: number): void {
    if (this.#act(entryId)?.act.kind === 'count') this.#dispatch({ type: 'draft', id: entryId, qty });
  }

  /** Records the counts that wait, all but one. */
  commitCounts(exceptId?: number): void {
    for (const { id, outcome } of this.#session.recent) {
      if (outcome.kind !== 'act' || outcome.act.kind !== 'count' || outcome.draft === null || id === exceptId) continue;
      this.#post(id, { ...outcome.act, qty: outcome.draft });
    }
  }

  /** The count of the sticky place is done. */
  doneHere(): void {
    this.commitCounts();
    const { placeId } = this.#session;
    if (placeId !== null) this.#dispatch({ type: 'shelf-done', placeId });
  }

  /** The person looked: there is none of it. */
  countZero(placeId: string, lotId: string, place: Place): void {
    const itemId = this.deps.client.replica.record('lot', lotId)?.fields.itemId ?? '';
    const act: Count = { kind: 'count', lotId, itemId, place, placeId, qty: 0, step: 1, warnings: [] };
    this.#enter(byList, 'count', { kind: 'act', act });
    this.commitCounts();
  }

  /** A vessel that was counted here, but stands elsewhere by the book: it is here now. */
  bringHere(entryId: number): void {
    const entry = this.#entry(entryId);
    const act = this.#act(entryId)?.act;
    if (!entry || act?.kind !== 'count' || !act.place.startsWith('c:')) return;
    const thing = { kind: 'container', id: act.place.slice(2) } as const;
    this.commitCounts();
    this.#enter(entry.code, 'move', moveTo(this.deps.client.replica, [thing], act.placeId, this.#context('move')));
  }

  /** A box that waits to be moved is where the others go. */
  intoBox(boxId: string): void {
    const things = this.#session.basket.filter((thing) => thing.kind !== 'box' || thing.id !== boxId);
    this.#dispatch({ type: 'basket', basket: things });
    const decision: Decision =
      things.length === 0
        ? { kind: 'target', placeId: boxId }
        : moveTo(this.deps.client.replica, things, boxId, this.#context('move'));
    this.#enter(byList, 'move', decision);
  }

  choose(choice: Choice): void {
    if (choice.type === 'mode' || choice.type === 'place') this.commitCounts();
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
    this.#read(code, code.mode);
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

  #act(id: number): ActOutcome | undefined {
    const outcome = this.#entry(id)?.outcome;
    return outcome?.kind === 'act' ? outcome : undefined;
  }

  #context(mode: ScanMode): ScanContext {
    const { placeId, targetId, basket, amount, shelves } = this.#session;
    const shelf = shelves.find((each) => each.placeId === placeId);
    return {
      mode,
      placeId,
      targetId,
      basket,
      amount,
      today: this.deps.today(),
      counted: (lotId, place) => countedIn(shelf, lotId, place),
      lotIdFor: (itemId, number) => this.#lotIdFor(itemId, number),
    };
  }

  #lotIdFor(itemId: string, number: string): string {
    const key = `${itemId} ${number.trim().toUpperCase()}`;
    const held = this.#newLots.get(key);
    if (held !== undefined) return held;
    const { client } = this.deps;
    const id = uuidv7(Math.floor(client.now()), client.random(10));
    this.#newLots.set(key, id);
    return id;
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

  #read(code: ScannedCode, mode: ScanMode): void {
    const decision = resolveCode(this.deps.client.replica, code, this.#context(mode));
    if (decision.kind === 'act' && decision.act.kind === 'count' && this.#countsOn(decision.act)) return;
    this.#enter(code, mode, decision);
    if (decision.kind === 'place') this.#answerPlaceless(decision.placeId);
  }

  /** Scans that waited for the place go on, the oldest first. */
  #answerPlaceless(placeId: string): void {
    for (const { id, outcome } of this.#session.recent.toReversed()) {
      if (outcome.kind === 'asking' && outcome.question.about === 'here') this.answer(id, { kind: 'here', placeId });
    }
  }

  /** Another scan of the bucket that is being counted: one more pack of it, or nothing new of a vessel. */
  #countsOn(act: Count): boolean {
    const open = this.#session.recent.find(
      ({ outcome }) =>
        outcome.kind === 'act' &&
        outcome.act.kind === 'count' &&
        outcome.draft !== null &&
        outcome.act.lotId === act.lotId &&
        outcome.act.place === act.place,
    );
    if (open?.outcome.kind !== 'act' || open.outcome.draft === null) return false;
    const counted = this.#context('count').counted(act.lotId, act.place) ?? 0;
    const added = act.place.startsWith('c:') ? 0 : act.qty - counted;
    this.commitCounts(open.id);
    this.#dispatch({ type: 'draft', id: open.id, qty: open.outcome.draft + added });
    return true;
  }

  #enter(code: ScannedCode, mode: ScanMode, decision: Decision): void {
    this.commitCounts();
    const id = this.#session.next;
    this.#dispatch({ type: 'scanned', code, mode, outcome: outcomeOf(decision) });
    this.#begin(id, decision);
  }

  #begin(id: number, decision: Decision): void {
    if (decision.kind === 'act' && decision.act.kind !== 'count') this.#post(id, decision.act);
  }

  #step(entryId: number, by: 1 | -1): void {
    const outcome = this.#act(entryId);
    if (!outcome) return;
    const { act, steps, draft } = outcome;
    const { client, today } = this.deps;
    if (act.kind === 'count') {
      const now = draft ?? lastStep(steps)?.qty ?? act.qty;
      return this.#dispatch({ type: 'draft', id: entryId, qty: Math.max(0, now + by * act.step) });
    }
    if (act.kind === 'move') return this.#stepMove(entryId, act, by);
    if (by < 0) return this.#takeBack(entryId, act, () => lastStep(this.#act(entryId)?.steps ?? []));
    this.#post(entryId, act.kind === 'use' ? withFreshWarnings(client.replica, act, today()) : act);
  }

  /** Another amount of loose stock: the transfer is taken back and written anew. */
  #stepMove(entryId: number, act: Move, by: 1 | -1): void {
    const [only, ...others] = act.things;
    if (only?.thing.kind !== 'loose' || others.length > 0) return;
    const qty = only.thing.qty + by * looseStep(this.deps.client.replica, only.thing.itemId);
    if (qty <= 0) return;
    this.#takeBack(entryId, act, () => lastStep(this.#act(entryId)?.steps ?? []));
    this.#post(entryId, { ...act, things: [{ ...only, thing: { ...only.thing, qty } }] });
  }

  #post(id: number, act: Act): void {
    const via: Via = this.#entry(id)?.code.via === 'typed' ? 'typed' : 'scan';
    for (const write of writesOf(this.deps.client, id, act, via)) this.#inTurn({ type: 'writing', id, act }, write);
  }

  /** The UNDO card: what was recorded last, or is about to be, however long ago. */
  #undoNewest(): void {
    const { recent, undoable } = this.#session;
    const newest = recent.find(
      ({ outcome }) => outcome.kind === 'act' && (outcome.draft !== null || liveSteps(outcome.steps).length > 0),
    );
    if (newest?.outcome.kind === 'act' && newest.outcome.draft !== null) return this.undo(newest.id);
    if (undoable) return this.undoLast();
    if (newest) return this.undo(newest.id);
    this.deps.signal('attention');
  }

  /** `choose` is asked in its turn: what stood before it may have changed. */
  #takeBack(id: number, act: Act, choose: () => Step | undefined): void {
    let postingId = '';
    const write = async (): Promise<Result<Op, string>> => {
      const step = choose();
      postingId = step?.postingId ?? '';
      return step ? takeBack(this.deps.client, act, step) : refuse('already-undone');
    };
    this.#inTurn({ type: 'writing', id, act: null }, { write, done: () => ({ type: 'voided', id, postingId }) });
  }

  #inTurn(begin: Extract<SessionEvent, { type: 'writing' }>, { write, done }: Write): void {
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
