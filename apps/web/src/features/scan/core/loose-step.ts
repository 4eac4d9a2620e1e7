import { units } from '@tidylab/domain/units/units';
import type { Replica } from '@tidylab/sync/replica/replica';

/** What − and + change an amount of loose stock by: the use step, else one unit as people see it. Base units. */
export function looseStep(replica: Replica, itemId: string): number {
  const item = replica.record('item', itemId)?.fields;
  if (!item) return 1;
  return item.useStep ?? (units[item.stockUnit].dimension === 'count' ? 1 : units[item.stockUnit].factor);
}
