/** Which of the server's own copies stay: the newest of each of the last days and of each of the last weeks, in UTC. */
const dayMs = 86_400_000;
/** The epoch of Unix was a Thursday; weeks begin on Monday. */
const mondayMs = 4 * dayMs;

export interface Kept {
  readonly days: number;
  readonly weeks: number;
}

const dayOf = (ms: number): number => Math.floor(ms / dayMs);
const weekOf = (ms: number): number => Math.floor((ms - mondayMs) / (7 * dayMs));

/** The newest of each of the first `max` periods that have any. */
function newestOfEach(newestFirst: readonly number[], periodOf: (ms: number) => number, max: number): number[] {
  const newest = new Map<number, number>();
  for (const at of newestFirst) if (!newest.has(periodOf(at))) newest.set(periodOf(at), at);
  return [...newest.values()].slice(0, max);
}

/** @param times when each copy was made, Unix ms. Days without a copy do not count, so a server that rests loses none. */
export function toKeep(times: readonly number[], { days, weeks }: Kept): Set<number> {
  const newestFirst = [...times].sort((a, b) => b - a);
  return new Set([...newestOfEach(newestFirst, dayOf, days), ...newestOfEach(newestFirst, weekOf, weeks)]);
}
