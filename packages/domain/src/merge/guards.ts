/** What a record may not be for reasons outside itself (SPEC R7): asked on the device first and at the merge again. */
import type { RefusalCode } from '../kernel/codes.ts';
import { isSame } from './same.ts';
import type { FieldValues } from './model.ts';

/** What a guard asks of the other records, on either side. */
export interface Surroundings {
  /** The location that a location stands in; undefined when it is not known. */
  parentOf(location: string): string | null | undefined;
  /** Whether the ledger holds anything of the item. */
  hasMovements(item: string): boolean;
}

type Guard = (id: string, around: Surroundings, before: FieldValues, changed: FieldValues) => RefusalCode | undefined;

const guards: Readonly<Record<string, Guard | undefined>> = {
  location: (id, around, _, changed) =>
    typeof changed['parentId'] === 'string' && isInside(around, changed['parentId'], id)
      ? 'place-in-itself'
      : undefined,
  item: (id, around, before, changed) =>
    'baseUnit' in changed && !isSame(changed['baseUnit'], before['baseUnit']) && around.hasMovements(id)
      ? 'unit-in-use'
      : undefined,
};

/** True when `place` is `tree` or stands anywhere in it. A circle that is there already ends the walk. */
function isInside(around: Surroundings, place: string, tree: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = place; typeof at === 'string' && !seen.has(at); at = around.parentOf(at)) {
    if (at === tree) return true;
    seen.add(at);
  }
  return false;
}

export const guardRecord = (
  { kind, id }: { kind: string; id: string },
  around: Surroundings,
  before: FieldValues,
  changed: FieldValues,
): RefusalCode | undefined => guards[kind]?.(id, around, before, changed);
