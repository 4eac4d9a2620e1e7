/**
 * What one use takes, and from where: the scanned container, else the sticky place, else the only place that holds the
 * lot. Otherwise there is no answer, and the person is asked.
 */
import { bucketKey, containerPlace, locationPlace, type Place } from '@tidylab/domain/ledger/model';
import type { UnitCode } from '@tidylab/domain/units/units';
import { units } from '@tidylab/domain/units/units';
import { itemOfLot, pathOf, type Stock, stockOfLot } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { defaultUse } from '../../movements/index.ts';

export type ScanMode = 'use' | 'look';

/** An amount that a person set for every scan. */
export interface SetAmount {
  readonly base: number;
  readonly unit: UnitCode;
}

export interface ScanContext {
  readonly mode: ScanMode;
  /** The sticky place. */
  readonly placeId: string | null;
  readonly amount: SetAmount | null;
  /** The lab's calendar date, YYYY-MM-DD. */
  readonly today: string;
}

export type Warning =
  | { readonly code: 'expired'; readonly day: string }
  /** `left`: base units that the book had before. */
  | { readonly code: 'below-zero'; readonly left: number }
  /** It was taken from another place than the sticky one. */
  | { readonly code: 'elsewhere' };

export interface Take {
  readonly lotId: string;
  readonly itemId: string;
  /** `c:<container>` or `l:<location>`. */
  readonly from: Place;
  /** Base units. */
  readonly qty: number;
  readonly warnings: readonly Warning[];
}

export type TakeResult =
  | { readonly ok: true; readonly take: Take }
  /** `unit-mismatch`: the set amount measures something else than the item; `usual` is what would be taken without it. */
  | { readonly ok: false; readonly code: 'unit-mismatch'; readonly usual: Take }
  | { readonly ok: false; readonly code: 'not-here' };

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
    const take = withFreshWarnings(replica, { lotId, itemId, from, qty, warnings: [] }, context.today);
    const locationId = inContainer ? (container?.locationId ?? null) : from.slice(2);
    const isElsewhere = context.placeId !== null && !isWithin(replica, locationId, context.placeId);
    return isElsewhere ? { ...take, warnings: [...take.warnings, { code: 'elsewhere' }] } : take;
  };
  const { amount } = context;
  if (amount === null) return { ok: true, take: build(usual) };
  const fits = units[amount.unit].dimension === units[item.stockUnit].dimension;
  return fits ? { ok: true, take: build(amount.base) } : { ok: false, code: 'unit-mismatch', usual: build(usual) };
}

/** What must be said when it is recorded now. */
export function withFreshWarnings(replica: Replica, take: Take, today: string): Take {
  const { lotId, from, qty } = take;
  const expiry = replica.record('lot', lotId)?.fields.expiry ?? null;
  const left = replica.balance(bucketKey(lotId, from))?.qty ?? 0;
  const warnings: Warning[] = [];
  if (expiry !== null && expiry < today) warnings.push({ code: 'expired', day: expiry });
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

const fullestFirst = (stock: readonly Stock[]): Place[] =>
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
