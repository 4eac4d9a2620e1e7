/** Puts in what `to` has over `from` and takes out what it lacks; the order of `current` stays. */
import { isSame } from './same.ts';

const holds = (list: readonly unknown[], one: unknown): boolean => list.some((other) => isSame(one, other));
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

export function mergeSet(current: unknown, from: unknown, to: unknown): unknown[] {
  const [held, before, after] = [asList(current), asList(from), asList(to)];
  const kept = held.filter((one) => holds(after, one) || !holds(before, one));
  return [...kept, ...after.filter((one) => !holds(before, one) && !holds(kept, one))];
}
