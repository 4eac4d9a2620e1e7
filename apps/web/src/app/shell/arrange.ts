import type { NavEntry } from '../../ui/navigation.ts';

/**
 * The entries of the phone's bar, the main one in the middle. When the others are an odd number, the next entry that is
 * not meant for the bar fills the gap, so that the middle is where the thumb expects it.
 */
export function arrange<T extends Pick<NavEntry, 'bar'>>(entries: readonly T[]): T[] {
  const main = entries.filter(({ bar }) => bar === 'main');
  const others = entries.filter(({ bar }) => bar === 'yes');
  const spare = entries.filter(({ bar }) => bar !== 'main' && bar !== 'yes');
  if (main.length > 0 && others.length % 2 === 1) others.push(...spare.slice(0, 1));
  const half = Math.floor(others.length / 2);
  return [...others.slice(0, half), ...main, ...others.slice(half)];
}
