/**
 * Which decoded codes count as a scan. The rules:
 * - a code is taken again only 1.2 s after it was taken and once it has left the frame in between;
 * - another code is taken 250 ms after the last one;
 * - a code has left the frame when a thorough look at the middle missed it and the next look, at the full frame, did too:
 *   single misses are blur, and a code pushed to the edge is still there.
 * Pure: the time is part of each look.
 */
import type { Area } from './region.ts';
import type { Effort } from './read-symbols.ts';

export const SAME_CODE_MS = 1200;
export const OTHER_CODE_MS = 250;

type Presence = 'in-frame' | 'doubtful' | 'left';

interface Held {
  readonly takenAt: number;
  readonly presence: Presence;
}

export interface LockState {
  readonly lastTakenAt: number;
  readonly held: ReadonlyMap<string, Held>;
}

export interface Look {
  /** Milliseconds on a clock that never goes back. */
  readonly at: number;
  readonly area: Area;
  readonly effort: Effort;
  /** Every code seen. */
  readonly seen: readonly string[];
  /** The codes the person may mean: the one aimed at, or all of them. */
  readonly wanted: readonly string[];
}

export interface LockResult {
  readonly state: LockState;
  readonly taken: readonly string[];
}

export const noLock: LockState = { lastTakenAt: Number.NEGATIVE_INFINITY, held: new Map() };

const nextPresence = (presence: Presence, isSeen: boolean, look: Look): Presence => {
  if (presence === 'left') return 'left';
  if (isSeen) return 'in-frame';
  if (look.effort === 'fast') return presence;
  return presence === 'doubtful' && look.area === 'full' ? 'left' : 'doubtful';
};

const isFree = (held: Held, at: number): boolean => held.presence === 'left' && at - held.takenAt >= SAME_CODE_MS;

const age = (state: LockState, look: Look): Map<string, Held> => {
  const held = new Map<string, Held>();
  for (const [code, before] of state.held) {
    const after = { ...before, presence: nextPresence(before.presence, look.seen.includes(code), look) };
    if (!isFree(after, look.at)) held.set(code, after);
  }
  return held;
};

/** Takes one look into account. With several wanted codes (take all) they are taken together. */
export const lookThrough = (state: LockState, look: Look): LockResult => {
  const held = age(state, look);
  const isPause = look.at - state.lastTakenAt < OTHER_CODE_MS;
  const taken = isPause ? [] : look.wanted.filter((code) => !held.has(code));
  for (const code of taken) held.set(code, { takenAt: look.at, presence: 'in-frame' });
  return { state: { held, lastTakenAt: taken.length > 0 ? look.at : state.lastTakenAt }, taken };
};

/** True when a thorough look at the full frame would settle whether a code has left. */
export const needsFullLook = (state: LockState): boolean =>
  [...state.held.values()].some((held) => held.presence === 'doubtful');
