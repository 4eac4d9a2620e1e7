/**
 * What is moved, and where to. Without a sticky target things wait in a basket until a location is scanned; with one,
 * each scan moves at once. A box is a location, so it may be either: it is a thing to move, unless something other than
 * boxes waits for a target.
 */
import { locationPlace, type Place } from '@tidylab/domain/ledger/model';
import { itemOfLot, pathOf, stockOfLot } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { Moved, ScanContext, Thing } from './act.ts';
import { acts, ask, type Decision, unknown } from './decision.ts';
import { expiryWarning, fullestFirst } from './take.ts';

const noPacks = { packQty: null, times: 1 } as const;

/** The location a thing stands in now. */
export function standsIn(replica: Replica, thing: Thing): string | null {
  if (thing.kind === 'loose') return thing.placeId;
  if (thing.kind === 'container') return replica.record('container', thing.id)?.fields.locationId ?? null;
  return replica.record('location', thing.id)?.fields.parentId ?? null;
}

/** Brings things to a location. What is there already stays out of it; a box is never put into itself. */
export function moveTo(replica: Replica, things: readonly Thing[], toId: string, context: ScanContext): Decision {
  const inside = new Set(pathOf(replica, toId).map(({ id }) => id));
  if (things.some((thing) => thing.kind === 'box' && inside.has(thing.id)))
    return { kind: 'refused', why: 'cycle', placeId: toId };
  const moved = things.flatMap((thing): Moved[] => {
    const backTo = standsIn(replica, thing);
    return backTo === toId ? [] : [{ thing, backTo }];
  });
  if (moved.length === 0) return { kind: 'refused', why: 'already-there', placeId: toId };
  const warnings = moved.flatMap(({ thing }) =>
    thing.kind === 'loose' ? expiryWarning(replica, thing.lotId, context.today) : [],
  );
  return acts({ kind: 'move', toId, things: moved, warnings });
}

const moveOrWait = (replica: Replica, thing: Thing, context: ScanContext): Decision =>
  context.targetId === null ? { kind: 'wait', thing } : moveTo(replica, [thing], context.targetId, context);

export const moveContainer = (replica: Replica, id: string, context: ScanContext): Decision =>
  moveOrWait(replica, { kind: 'container', id }, context);

export function resolveMoveLocation(replica: Replica, id: string, context: ScanContext): Decision {
  const { basket, targetId } = context;
  const isBox = replica.record('location', id)?.fields.type === 'box';
  const box: Thing = { kind: 'box', id };
  if (isBox && targetId !== null && targetId !== id) return moveTo(replica, [box], targetId, context);
  if (isBox && targetId === null && basket.every(({ kind }) => kind === 'box')) return { kind: 'wait', thing: box };
  return basket.length > 0 ? moveTo(replica, basket, id, context) : { kind: 'target', placeId: id };
}

/** A lot without a label of its own: from the only place that holds it, else from the one that the person names. */
export function resolveMoveLot(replica: Replica, lotId: string, context: ScanContext): Decision {
  const { targetId, basket } = context;
  const held = stockOfLot(replica, lotId).filter(
    ({ balance, locationId }) => balance.qty > 0 && (targetId === null || locationId !== targetId),
  );
  const [only] = held;
  if (held.length === 1 && only) return moveFrom(replica, lotId, only.balance.place, context);
  if (held.length > 1)
    return ask(
      'place',
      fullestFirst(held).map((from) => ({ kind: 'place', lotId, from, packs: noPacks })),
    );
  const isThere = stockOfLot(replica, lotId).some(({ balance }) => balance.qty > 0);
  if (targetId !== null && isThere && basket.length === 0)
    return { kind: 'refused', why: 'already-there', placeId: targetId };
  return unknown('no-place');
}

/** All that is in one bucket: the vessel with its place, or the loose amount. */
export function moveFrom(replica: Replica, lotId: string, from: Place, context: ScanContext): Decision {
  const id = from.slice(2);
  if (from.startsWith('c:')) return moveContainer(replica, id, context);
  const known = itemOfLot(replica, lotId);
  const qty = replica.balance(`${lotId}@${locationPlace(id)}`)?.qty ?? 0;
  if (!known) return unknown('not-here');
  if (qty <= 0) return unknown('no-place');
  return moveOrWait(replica, { kind: 'loose', lotId, itemId: known.id, placeId: id, qty }, context);
}
