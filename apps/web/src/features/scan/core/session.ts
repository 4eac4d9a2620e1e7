/**
 * A scan session as a state machine: what is chosen (mode, sticky place, amount), what happened (the last five scans),
 * and what waits for its time (the basket of Move, the counted shelves, the tray of unknown codes). Pure; the newest
 * scan comes first everywhere.
 *
 *   scan ─► looked | place | target | wait | refused | unknown ... done at once
 *        ─► asking ─► (one tap) ─► any of the others
 *        ─► act: steps are recorded one after the other, each may be taken back
 *               a count is a draft first, which − and + change until it is recorded
 *
 * A question never stops the loop: the next scan simply comes before it. One that leaves the list unanswered goes to
 * the tray, so no scan is lost.
 */
import type { Target } from '@tidylab/sync/replica/queries';
import { type Act, sameThing, type SetAmount, type Thing } from './act.ts';
import type { Question, RefusedWhy, UnknownWhy } from './decision.ts';
import type { ScanMode } from './modes.ts';
import type { ScannedCode } from './read-code.ts';
import { goTo, type Shelf, withCount, withoutPosting, withShelf } from './shelf.ts';
import { withCode, withoutCode, type WaitingCode } from './tray.ts';

export const recentMax = 5;

/** One op of an act. */
export interface Step {
  readonly postingId: string;
  /** Base units; of a count: what it asserted. */
  readonly qty: number;
  readonly voided: boolean;
  /** Which of the things of a move. */
  readonly part: number;
}

export type Outcome =
  | { readonly kind: 'looked'; readonly target: Target; readonly unknownLot: string | null }
  | { readonly kind: 'place'; readonly placeId: string }
  | { readonly kind: 'target'; readonly placeId: string }
  | { readonly kind: 'wait'; readonly thing: Thing }
  | { readonly kind: 'refused'; readonly why: RefusedWhy; readonly placeId: string }
  | { readonly kind: 'asking'; readonly question: Question }
  | { readonly kind: 'unknown'; readonly why: UnknownWhy }
  | {
      readonly kind: 'act';
      readonly act: Act;
      readonly steps: readonly Step[];
      /** Writes under way. */
      readonly writing: number;
      /** Why the last write wrote nothing; a code of the closed lists. */
      readonly failure: string | null;
      /** A count that is not recorded yet, base units. */
      readonly draft: number | null;
    };

export type ActOutcome = Extract<Outcome, { kind: 'act' }>;

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

/** What the big Undo takes back: what was recorded last, whatever was scanned since. */
export interface Undoable {
  readonly n: number;
  readonly entryId: number;
  readonly act: Act;
  readonly steps: readonly Step[];
}

export interface ScanSession {
  readonly mode: ScanMode;
  readonly placeId: string | null;
  /** The sticky target of Move. */
  readonly targetId: string | null;
  /** What waits for a target in Move, oldest first. */
  readonly basket: readonly Thing[];
  /** Places counted in this session, the newest first. */
  readonly shelves: readonly Shelf[];
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
  | { readonly type: 'target'; readonly placeId: string | null }
  | { readonly type: 'basket'; readonly basket: readonly Thing[] }
  | { readonly type: 'amount'; readonly amount: SetAmount | null }
  | { readonly type: 'paused'; readonly paused: boolean }
  | { readonly type: 'scanned'; readonly code: ScannedCode; readonly mode: ScanMode; readonly outcome: Outcome }
  | { readonly type: 'answered'; readonly id: number; readonly outcome: Outcome }
  /** A count is changed before it is recorded; null: it will not be. */
  | { readonly type: 'draft'; readonly id: number; readonly qty: number | null }
  /** `act`: what is recorded now, with what is true of it now; null: something is taken back. */
  | { readonly type: 'writing'; readonly id: number; readonly act: Act | null }
  | {
      readonly type: 'recorded';
      readonly id: number;
      readonly postingId: string;
      readonly act: Act;
      readonly qty: number;
      readonly part: number;
      /** What the book said of a counted bucket. */
      readonly expected: number | null;
    }
  | { readonly type: 'voided'; readonly id: number; readonly postingId: string }
  | { readonly type: 'failed'; readonly id: number; readonly code: string }
  /** The time for the big Undo is over. */
  | { readonly type: 'undo-over'; readonly n: number }
  /** The count of a place is done: its differences are listed. */
  | { readonly type: 'shelf-done'; readonly placeId: string }
  | { readonly type: 'shelf-over'; readonly placeId: string }
  | { readonly type: 'tray'; readonly tray: readonly WaitingCode[] };

export const emptySession: ScanSession = {
  mode: 'use',
  placeId: null,
  targetId: null,
  basket: [],
  shelves: [],
  amount: null,
  paused: false,
  recent: [],
  tray: [],
  said: null,
  undoable: null,
  next: 1,
};

export const actOutcome = (act: Act): ActOutcome => ({
  kind: 'act',
  act,
  steps: [],
  writing: 0,
  failure: null,
  draft: act.kind === 'count' ? act.qty : null,
});

export const liveSteps = (steps: readonly Step[]): readonly Step[] => steps.filter(({ voided }) => !voided);

/** What an act amounts to now, in base units: its steps that were not undone. A count amounts to its last. */
export function amountNow({ act, steps }: Pick<ActOutcome, 'act' | 'steps'>): number {
  const live = liveSteps(steps);
  return act.kind === 'count' ? (live.at(-1)?.qty ?? 0) : live.reduce((sum, step) => sum + step.qty, 0);
}

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

const settleAct = (state: ScanSession, id: number, change: (outcome: ActOutcome) => Partial<ActOutcome>): ScanSession =>
  settle(state, id, (outcome) => (outcome.kind === 'act' ? { ...outcome, ...change(outcome) } : outcome));

const withThing = (basket: readonly Thing[], thing: Thing): readonly Thing[] =>
  basket.some((each) => sameThing(each, thing)) ? basket : [...basket, thing];

const withoutThings = (basket: readonly Thing[], gone: readonly Thing[]): readonly Thing[] =>
  basket.filter((each) => !gone.some((thing) => sameThing(each, thing)));

/** What an outcome means for what is chosen and what waits. */
function applyToContext(state: ScanSession, mode: ScanMode, outcome: Outcome): ScanSession {
  switch (outcome.kind) {
    case 'place':
      return {
        ...state,
        placeId: outcome.placeId,
        shelves: mode === 'count' ? goTo(state.shelves, outcome.placeId) : state.shelves,
      };
    case 'target':
      return { ...state, targetId: outcome.placeId };
    case 'wait':
      return { ...state, basket: withThing(state.basket, outcome.thing) };
    case 'act': {
      const { act } = outcome;
      if (act.kind !== 'move') return state;
      const gone = act.things.map(({ thing }) => thing);
      // What stood at the target already is not moved, and waits no longer either.
      const isBasket = gone.some((thing) => state.basket.some((each) => sameThing(each, thing)));
      return { ...state, basket: isBasket ? [] : withoutThings(state.basket, gone) };
    }
    default:
      return state;
  }
}

/** What an outcome means for the rest of the session; an act speaks only when it is recorded, but a draft at once. */
function applyOutcome(state: ScanSession, entry: ScanEntry): ScanSession {
  const { outcome } = entry;
  const next = applyToContext(state, entry.mode, outcome);
  if (outcome.kind === 'act' && outcome.draft === null) return next;
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

function recorded(state: ScanSession, event: Extract<SessionEvent, { type: 'recorded' }>): ScanSession {
  const { id, postingId, act, qty, part, expected } = event;
  const step: Step = { postingId, qty, voided: false, part };
  const settled = settleAct(state, id, ({ steps, writing }) => ({ steps: [...steps, step], writing: writing - 1 }));
  const shelves =
    act.kind === 'count'
      ? withShelf(settled.shelves, act.placeId, (shelf) => withCount(shelf, act, { postingId, qty, expected }))
      : settled.shelves;
  // A move of several things is one thing to take back.
  const { undoable } = state;
  const earlier = act.kind === 'move' && undoable?.entryId === id ? undoable.steps : [];
  const next = { n: state.next, entryId: id, act, steps: [...earlier, step] };
  return { ...say({ ...settled, shelves }, id, 'result'), undoable: next };
}

function voided(state: ScanSession, { id, postingId }: Extract<SessionEvent, { type: 'voided' }>): ScanSession {
  const mark = (step: Step): Step => (step.postingId === postingId ? { ...step, voided: true } : step);
  const settled = settleAct(state, id, ({ steps, writing }) => ({ steps: steps.map(mark), writing: writing - 1 }));
  const shelves = state.shelves.map((shelf) => withoutPosting(shelf, postingId));
  const left = state.undoable?.steps.filter((step) => step.postingId !== postingId) ?? [];
  const undoable = state.undoable === null || left.length === 0 ? null : { ...state.undoable, steps: left };
  return { ...say({ ...settled, shelves }, id, 'undone'), undoable };
}

export function reduceSession(state: ScanSession, event: SessionEvent): ScanSession {
  switch (event.type) {
    case 'mode':
      return event.mode === state.mode ? state : { ...state, mode: event.mode, targetId: null };
    case 'place':
      return { ...state, placeId: event.placeId };
    case 'target':
      return { ...state, targetId: event.placeId };
    case 'basket':
      return { ...state, basket: event.basket };
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
    case 'draft': {
      const drafted = settleAct(state, event.id, () => ({ draft: event.qty, failure: null }));
      return say(drafted, event.id, event.qty === null ? 'undone' : 'result');
    }
    case 'writing':
      return settleAct(state, event.id, ({ act, writing, draft }) => ({
        act: event.act ?? act,
        writing: writing + 1,
        failure: null,
        draft: event.act === null ? draft : null,
      }));
    case 'recorded':
      return recorded(state, event);
    case 'voided':
      return voided(state, event);
    case 'failed':
      return say(
        settleAct(state, event.id, ({ writing }) => ({ writing: writing - 1, failure: event.code })),
        event.id,
        'failed',
      );
    case 'undo-over':
      return state.undoable?.n === event.n ? { ...state, undoable: null } : state;
    case 'shelf-done':
      return {
        ...state,
        shelves: withShelf(state.shelves, event.placeId, (shelf) => ({ ...shelf, isDone: true })),
      };
    case 'shelf-over':
      return { ...state, shelves: state.shelves.filter(({ placeId }) => placeId !== event.placeId) };
  }
}
