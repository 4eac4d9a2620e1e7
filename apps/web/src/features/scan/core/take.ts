/**
 * What one use takes, and from where: the scanned container, else the sticky place, else the only place that holds the
 * lot. Otherwise there is no answer, and the person is asked.
 */
import { bucketKey, containerPlace, locationPlace, type Place } from '@tidylab/domain/ledger/model';
import { type UnitCode, units } from '@tidylab/domain/units/units';
import { itemOfLot, pathOf, type Stock, stockOfLot } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { defaultUse } from '../../movements/index.ts';
import type { ScanContext, SetAmount, Take, Warning } from './act.ts';

export type TakeResult =
  | { readonly ok: true; readonly take: Take }
  /** `unit-mismatch`: the set amount measures something else than the item; `usual` is what would be taken without it. */
  | { readonly ok: false; readonly code: 'unit-mismatch'; readonly usual: Take }
  | { readonly ok: false; readonly code: 'not-here' };

/** True when the set amount measures what the item is measured in. */
export const fitsUnit = (amount: SetAmount, unit: UnitCode): boolean =>
  units[amount.unit].dimension === units[unit].dimension;

/** Builds the movement out of one bucket. `packQty`: base units in what carries the code. */
export function takeFrom(
  replica: Replica,
  lotId: string,
  from: Place,
  packQty: number | null,
  context: ScanContext,
): TakeResult {
  const known = itemOfLot(replica, lotId);
  if (!known) return { ok: false, code: 'not-here' };
  const { id: itemId, item, lot } = known;
  const inContainer = from.startsWith('c:');
  const container = inContainer ? replica.record('container', from.slice(2))?.fields : undefined;
  const here = replica.balance(bucketKey(lotId, from))?.qty ?? 0;
  const usual = defaultUse(
    { container: container?.useStep ?? null, item: item.useStep },
    { qty: here, inContainer, unit: item.stockUnit, packSize: packQty ?? lot.packSize },
  );
  const build = (qty: number): Take => {
    const take = withFreshWarnings(replica, { kind: 'use', lotId, itemId, from, qty, warnings: [] }, context.today);
    const isElsewhere = context.placeId !== null && !isWithin(replica, locationOf(replica, from), context.placeId);
    return isElsewhere ? { ...take, warnings: [...take.warnings, { code: 'elsewhere' }] } : take;
  };
  const { amount } = context;
  if (amount === null) return { ok: true, take: build(usual) };
  return fitsUnit(amount, item.stockUnit)
    ? { ok: true, take: build(amount.base) }
    : { ok: false, code: 'unit-mismatch', usual: build(usual) };
}

/** Where a bucket stands: the container's location, or the location itself. */
export const locationOf = (replica: Replica, place: Place): string | null =>
  place.startsWith('c:') ? (replica.record('container', place.slice(2))?.fields.locationId ?? null) : place.slice(2);

/** Expired on the lab's calendar date. */
export function expiryWarning(replica: Replica, lotId: string, today: string): Warning[] {
  const expiry = replica.record('lot', lotId)?.fields.expiry ?? null;
  return expiry !== null && expiry < today ? [{ code: 'expired', day: expiry }] : [];
}

/** What must be said when it is recorded now. */
export function withFreshWarnings(replica: Replica, take: Take, today: string): Take {
  const { lotId, from, qty } = take;
  const left = replica.balance(bucketKey(lotId, from))?.qty ?? 0;
  const warnings = expiryWarning(replica, lotId, today);
  if (left - qty < 0) warnings.push({ code: 'below-zero', left });
  return { ...take, warnings };
}

/** True for the place itself and everything in it. */
export const isWithin = (replica: Replica, locationId: string | null, placeId: string): boolean =>
  pathOf(replica, locationId).some(({ id }) => id === placeId);

const placeOf = (stock: Stock): Place => stock.balance.place;

export type PlaceChoice =
  | { readonly ok: true; readonly from: Place }
  /** Where the person may have taken it, the fullest first. */
  | { readonly ok: false; readonly places: readonly Place[] };

export const fullestFirst = (stock: readonly Stock[]): Place[] =>
  stock.toSorted((a, b) => b.balance.qty - a.balance.qty).map(placeOf);

/** Where a lot is taken from when no container was scanned. */
export function choosePlace(replica: Replica, lotId: string, placeId: string | null): PlaceChoice {
  const stock = stockOfLot(replica, lotId);
  const held = stock.filter(({ balance }) => balance.qty > 0);
  const near = placeId === null ? [] : held.filter(({ locationId }) => isWithin(replica, locationId, placeId));
  const candidates = near.length > 0 ? near : held;
  const [only] = candidates;
  if (candidates.length === 1 && only) return { ok: true, from: placeOf(only) };
  if (candidates.length > 1) return { ok: false, places: fullestFirst(candidates) };
  // The book says there is none, the hand says there is: every place that could be meant, the sticky one first.
  const places = new Set<Place>(placeId === null ? [] : [locationPlace(placeId)]);
  for (const id of replica.keys('containersByLot', lotId)) {
    if (replica.record('container', id)?.deletedAt === null) places.add(containerPlace(id));
  }
  for (const key of replica.keys('balancesByWhat', lotId)) {
    const balance = replica.balance(key);
    if (balance) places.add(balance.place);
  }
  return { ok: false, places: [...places] };
}
