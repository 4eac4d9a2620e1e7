/**
 * Slows down guessing. The first failures of a key are free; each one after doubles the wait, up to a cap of one
 * minute, so that nobody can lock another person out for long. A key is forgotten after a quarter of an hour.
 */
export interface Attempts {
  /** Whole seconds until the key may try again; 0 when it may now. */
  waitSeconds(key: string): number;
  failed(key: string): void;
  clear(key: string): void;
}

interface Tally {
  readonly count: number;
  readonly lastMs: number;
}

const capMs = 60_000;
const forgetMs = 15 * 60_000;
const keysMax = 10_000;

export function createAttempts(clock: { now(): number }, free: number): Attempts {
  const tallies = new Map<string, Tally>();
  const tallyOf = (key: string): Tally | undefined => {
    const tally = tallies.get(key);
    return tally !== undefined && clock.now() - tally.lastMs < forgetMs ? tally : undefined;
  };
  return {
    waitSeconds(key) {
      const tally = tallyOf(key);
      if (tally === undefined || tally.count < free) return 0;
      const wait = Math.min(capMs, 1000 * 2 ** (tally.count - free));
      return Math.max(0, Math.ceil((tally.lastMs + wait - clock.now()) / 1000));
    },
    failed(key) {
      const count = (tallyOf(key)?.count ?? 0) + 1;
      tallies.delete(key);
      tallies.set(key, { count, lastMs: clock.now() });
      const [oldest] = tallies.keys();
      if (tallies.size > keysMax && oldest !== undefined) tallies.delete(oldest);
    },
    clear: (key) => void tallies.delete(key),
  };
}
