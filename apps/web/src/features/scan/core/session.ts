/**
 * A scan session as a state machine: what is chosen (mode, sticky place, amount), what happened (the last five scans),
 * and what waits for its time (the tray of unknown codes). Pure; the newest scan comes first everywhere.
 *
 *   scan ─► looked | place | unknown ............................ done at once
 *        ─► asking ─► (one tap) ─► any of the others
 *        ─► take: steps are posted one after the other, each may be voided
 *
 * A question never stops the loop: the next scan simply comes before it. One that leaves the list unanswered goes to
 * the tray, so no scan is lost.
 */
import type { Target } from '@tidylab/sync/replica/queries';
import type { ScannedCode } from './read-code.ts';
import type { Question, UnknownWhy } from './resolve.ts';
import type { ScanMode, SetAmount, Take } from './take.ts';
import { withCode, withoutCode, type WaitingCode } from './tray.ts';

export const recentMax = 5;

/** One posting of a take. */
export interface Step {
  readonly postingId: string;
  readonly qty: number;
  readonly voided: boolean;
}

export type Outcome =
  | { readonly kind: 'looked'; readonly target: Target; readonly unknownLot: string | null }
  | { readonly kind: 'place'; readonly placeId: string }
  | { readonly kind: 'asking'; readonly question: Question }
  | { readonly kind: 'unknown'; readonly why: UnknownWhy }
  | {
      readonly kind: 'take';
      readonly take: Take;
      readonly steps: readonly Step[];
      /** Writes under way. */
      readonly writing: number;
      /** Why the last write wrote nothing; a code of the closed lists. */
      readonly failure: string | null;
    };

export interface ScanEntry {
  readonly id: number;
  readonly code: ScannedCode;
  readonly mode: ScanMode;
  readonly outcome: Outcome;
}

/** What was said last, once: `n` tells two equal things apart. */
export interface Said {
  readonly n: number;
  readonly entryId: number;
  readonly what: 'result' | 'undone' | 'failed';
}

/** What the big Undo takes back: the posting recorded last, whatever was scanned since. */
export interface Undoable {
  readonly n: number;
  readonly entryId: number;
  readonly postingId: string;
  readonly itemId: string;
  readonly qty: number;
}

export interface ScanSession {
  readonly mode: ScanMode;
  readonly placeId: string | null;
  readonly amount: SetAmount | null;
  /** The person rests the camera. */
  readonly paused: boolean;
  readonly recent: readonly ScanEntry[];
  readonly tray: readonly WaitingCode[];
  readonly said: Said | null;
  readonly undoable: Undoable | null;
  /** Counts entries and sayings. */
  readonly next: number;
}

export type SessionEvent =
  | { readonly type: 'mode'; readonly mode: ScanMode }
  | { readonly type: 'place'; readonly placeId: string | null }
  | { readonly type: 'amount'; readonly amount: SetAmount | null }
  | { readonly type: 'paused'; readonly paused: boolean }
  | { readonly type: 'scanned'; readonly code: ScannedCode; readonly mode: ScanMode; readonly outcome: Outcome }
  | { readonly type: 'answered'; readonly id: number; readonly outcome: Outcome }
  /** `take`: what is recorded now, with what is true of it now; null: something is voided. */
  | { readonly type: 'writing'; readonly id: number; readonly take: Take | null }
  | { readonly type: 'recorded'; readonly id: number; readonly postingId: string; readonly take: Take }
  | { readonly type: 'voided'; readonly id: number; readonly postingId: string }
  | { readonly type: 'failed'; readonly id: number; readonly code: string }
  /** The time for the big Undo is over. */
  | { readonly type: 'undo-over'; readonly n: number }
  | { readonly type: 'tray'; readonly tray: readonly WaitingCode[] };

export const emptySession: ScanSession = {
  mode: 'use',
  placeId: null,
  amount: null,
  paused: false,
  recent: [],
  tray: [],
  said: null,
  undoable: null,
  next: 1,
};

export const takeOutcome = (take: Take): Outcome => ({ kind: 'take', take, steps: [], writing: 0, failure: null });

/** What a take amounts to now, in base units: its steps that were not undone. */
export const takenNow = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => (step.voided ? sum : sum + step.qty), 0);

/** The step that − takes back. */
export const lastStep = (steps: readonly Step[]): Step | undefined => steps.findLast((step) => !step.voided);

const waits = (outcome: Outcome): boolean => outcome.kind === 'unknown' || outcome.kind === 'asking';

const whyOf = (outcome: Outcome): WaitingCode['why'] => (outcome.kind === 'unknown' ? outcome.why : 'unanswered');

const waiting = ({ code, mode, outcome }: ScanEntry): WaitingCode => ({ ...code, mode, why: whyOf(outcome) });

const say = (state: ScanSession, entryId: number, what: Said['what']): ScanSession => ({
  ...state,
  said: { n: state.next, entryId, what },
  next: state.next + 1,
});

const settle = (state: ScanSession, id: number, change: (outcome: Outcome) => Outcome): ScanSession => ({
  ...state,
  recent: state.recent.map((entry) => (entry.id === id ? { ...entry, outcome: change(entry.outcome) } : entry)),
});

const settleTake = (
  state: ScanSession,
  id: number,
  change: (take: Extract<Outcome, { kind: 'take' }>) => Partial<Extract<Outcome, { kind: 'take' }>>,
): ScanSession =>
  settle(state, id, (outcome) => (outcome.kind === 'take' ? { ...outcome, ...change(outcome) } : outcome));

/** What an outcome means for the rest of the session; a take speaks only when it is recorded. */
function applyOutcome(state: ScanSession, entry: ScanEntry): ScanSession {
  const { outcome } = entry;
  if (outcome.kind === 'take') return state;
  const next = outcome.kind === 'place' ? { ...state, placeId: outcome.placeId } : state;
  const kept = outcome.kind === 'unknown' ? { ...next, tray: withCode(next.tray, waiting(entry)) } : next;
  return say(kept, entry.id, 'result');
}

function scanned(state: ScanSession, event: Extract<SessionEvent, { type: 'scanned' }>): ScanSession {
  const { code, mode, outcome } = event;
  const entry: ScanEntry = { id: state.next, code, mode, outcome };
  const all = [entry, ...state.recent];
  const left = all.slice(recentMax).filter((old) => old.outcome.kind === 'asking');
  const tray = left.reduce((kept, old) => withCode(kept, waiting(old)), state.tray);
  // What is read now waits no longer.
  const known = waits(outcome) ? tray : withoutCode(tray, code.text);
  return applyOutcome({ ...state, recent: all.slice(0, recentMax), tray: known, next: state.next + 1 }, entry);
}

function answered(state: ScanSession, { id, outcome }: Extract<SessionEvent, { type: 'answered' }>): ScanSession {
  const entry = state.recent.find((each) => each.id === id);
  if (entry?.outcome.kind !== 'asking') return state;
  const settled = settle(state, id, () => outcome);
  const tray = waits(outcome) ? state.tray : withoutCode(state.tray, entry.code.text);
  return applyOutcome({ ...settled, tray }, { ...entry, outcome });
}

export function reduceSession(state: ScanSession, event: SessionEvent): ScanSession {
  switch (event.type) {
    case 'mode':
      return { ...state, mode: event.mode };
    case 'place':
      return { ...state, placeId: event.placeId };
    case 'amount':
      return { ...state, amount: event.amount };
    case 'paused':
      return { ...state, paused: event.paused };
    case 'tray':
      return { ...state, tray: event.tray };
    case 'scanned':
      return scanned(state, event);
    case 'answered':
      return answered(state, event);
    case 'writing':
      return settleTake(state, event.id, ({ take, writing }) => ({
        take: event.take ?? take,
        writing: writing + 1,
        failure: null,
      }));
    case 'recorded': {
      const { id, postingId } = event;
      const { qty, itemId } = event.take;
      const step = { postingId, qty, voided: false };
      const settled = settleTake(state, id, ({ steps, writing }) => ({
        steps: [...steps, step],
        writing: writing - 1,
      }));
      return { ...say(settled, id, 'result'), undoable: { n: state.next, entryId: id, postingId, itemId, qty } };
    }
    case 'voided': {
      const { id, postingId } = event;
      const mark = (step: Step): Step => (step.postingId === postingId ? { ...step, voided: true } : step);
      const settled = settleTake(state, id, ({ steps, writing }) => ({ steps: steps.map(mark), writing: writing - 1 }));
      return {
        ...say(settled, id, 'undone'),
        undoable: state.undoable?.postingId === postingId ? null : state.undoable,
      };
    }
    case 'failed':
      return say(
        settleTake(state, event.id, ({ writing }) => ({ writing: writing - 1, failure: event.code })),
        event.id,
        'failed',
      );
    case 'undo-over':
      return state.undoable?.n === event.n ? { ...state, undoable: null } : state;
  }
}
