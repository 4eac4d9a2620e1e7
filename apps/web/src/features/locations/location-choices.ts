/** The locations one may be chosen from: in the order of the tree, found by any words of their path. */
import type { Replica } from '@tidylab/sync/replica/replica';
import { foldText } from '../../ui/data-grid/search-text.ts';
import { locationRows } from './tree.ts';

export interface LocationChoice {
  readonly id: string;
  readonly name: string;
  /** 0 at a root. */
  readonly depth: number;
  /** The names above it, from the root. */
  readonly above: readonly string[];
}

/** @param without a location that is left out with all that is inside it: nothing can stand inside itself. */
export function locationChoices(
  replica: Replica,
  words: readonly string[],
  without: string | null = null,
): readonly LocationChoice[] {
  const path: string[] = [];
  const choices: LocationChoice[] = [];
  let outBelow = Number.POSITIVE_INFINITY;
  for (const { id, location, depth } of locationRows(replica, () => true)) {
    path.length = depth;
    path.push(location.name);
    if (depth > outBelow) continue;
    outBelow = id === without ? depth : Number.POSITIVE_INFINITY;
    if (id === without) continue;
    const above = path.slice(0, -1);
    const text = foldText(path.join('\n'));
    if (words.every((word) => text.includes(word))) choices.push({ id, name: location.name, depth, above });
  }
  return choices;
}
