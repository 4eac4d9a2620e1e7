/**
 * What a scan at the counted place asserts: a vessel stands here with what the book says is in it, unless the person
 * changes the number; of a loose lot each scan is one more pack. The sticky place is known when anything here is asked.
 */
import { bucketKey, containerPlace, locationPlace, type Place } from '@tidylab/domain/ledger/model';
import { units } from '@tidylab/domain/units/units';
import { itemOfLot, stockOfLot } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { ScanContext } from './act.ts';
import { acts, ask, type Decision, type Packs, unknown } from './decision.ts';
import { isWithin, locationOf } from './take.ts';

/** A lot without a label of its own: its only bucket here, else loose at the place itself; several are asked. */
export function resolveCount(replica: Replica, lotId: string, packs: Packs, context: ScanContext): Decision {
  const { placeId } = context;
  if (placeId === null) return unknown('no-place');
  const here = new Set<Place>();
  for (const id of replica.keys('containersByLot', lotId)) {
    const container = replica.record('container', id);
    if (container?.deletedAt === null && isWithin(replica, container.fields.locationId, placeId))
      here.add(containerPlace(id));
  }
  for (const { balance, locationId, containerId } of stockOfLot(replica, lotId)) {
    if (containerId === null && isWithin(replica, locationId, placeId)) here.add(balance.place);
  }
  const [only = locationPlace(placeId)] = here;
  if (here.size <= 1) return countBucket(replica, lotId, only, packs, context);
  return ask(
    'place',
    [...here].map((from) => ({ kind: 'place', lotId, from, packs })),
  );
}

export function countBucket(
  replica: Replica,
  lotId: string,
  place: Place,
  packs: Packs,
  context: ScanContext,
): Decision {
  const known = itemOfLot(replica, lotId);
  const { placeId } = context;
  if (!known || placeId === null) return unknown('not-here');
  const { id: itemId, item, lot } = known;
  const isContainer = place.startsWith('c:');
  const counted = context.counted(lotId, place);
  const piece = units[item.stockUnit].dimension === 'count' ? 1 : units[item.stockUnit].factor;
  const vesselStep = replica.record('container', place.slice(2))?.fields.useStep ?? item.useStep ?? piece;
  const pack = packs.packQty ?? lot.packSize ?? item.useStep ?? piece;
  const book = Math.max(0, replica.balance(bucketKey(lotId, place))?.qty ?? 0);
  const qty = isContainer ? (counted ?? book) : (counted ?? 0) + pack * packs.times;
  const isHere = isWithin(replica, locationOf(replica, place), placeId);
  return acts({
    kind: 'count',
    lotId,
    itemId,
    place,
    placeId,
    qty,
    step: isContainer ? vesselStep : pack,
    warnings: isHere ? [] : [{ code: 'elsewhere' }],
  });
}
