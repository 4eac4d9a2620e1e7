/** A clock that moves only when a test says so. Times are Unix milliseconds. */
import { assert } from '@tidylab/domain/kernel/assert';

export interface ManualClock {
  now(): number;
  /** Moves on by `ms`; a clock of a real device may also jump back, which is `set`. */
  advance(ms: number): void;
  set(ms: number): void;
}

export function manualClock(startMs: number): ManualClock {
  let at = startMs;
  return {
    now: () => at,
    advance(ms) {
      assert(ms >= 0, `advance goes forward, got ${ms}`);
      at += ms;
    },
    set(ms) {
      at = ms;
    },
  };
}
