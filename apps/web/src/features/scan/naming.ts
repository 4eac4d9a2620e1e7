/** Names and amounts that the screens of scanning show, read from the replica. */
import { bucketKey, type Place } from '@tidylab/domain/ledger/model';
import type { UnitCode } from '@tidylab/domain/units/units';
import { stockOfItem, stockOfLot, type Target, totalOf } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { m } from '../../paraglide/messages.js';
import { nameOfLot, nameOfPlace, pathSteps, placeWords } from '../movements/index.ts';

export const itemName = (replica: Replica, itemId: string): string =>
  replica.record('item', itemId)?.fields.name ?? m.scan_missing();

export const placeName = (replica: Replica, place: Place): string => placeWords(nameOfPlace(replica, place));

export const locationName = (replica: Replica, locationId: string): string =>
  replica.record('location', locationId)?.fields.name ?? m.scan_missing();

/** The last part of a place: the container's label, or the location's own name. */
export const shortPlace = (replica: Replica, place: Place): string =>
  place.startsWith('c:')
    ? (replica.record('container', place.slice(2))?.fields.label ?? m.scan_missing())
    : locationName(replica, place.slice(2));

/** Where a place is, without its own name when it is a container. */
export function whereabouts(replica: Replica, place: Place): string {
  const id = place.slice(2);
  const locationId = place.startsWith('c:') ? (replica.record('container', id)?.fields.locationId ?? null) : id;
  return pathSteps(replica, locationId)
    .map((step) => step.name)
    .join(' › ');
}

export const unitOfItem = (replica: Replica, itemId: string): UnitCode | null =>
  replica.record('item', itemId)?.fields.stockUnit ?? null;

export interface Shown {
  readonly title: string;
  /** What kind of thing it is, and where or of what. */
  readonly detail: string;
  /** Base units in all; null where amounts of several things would be added. */
  readonly qty: number | null;
  readonly unit: UnitCode | null;
  readonly pictograms: readonly string[];
  readonly expiry: string | null;
}

const nothing = { qty: null, unit: null, pictograms: [], expiry: null } as const;

const lotPart = (lotNumber: string | null): string =>
  lotNumber === null ? m.scan_kind_lot() : m.scan_option_lot({ lot: lotNumber });

function showLot(replica: Replica, lotId: string): Shown {
  const { item, itemId, lotNumber, unit } = nameOfLot(replica, lotId);
  const pictograms = itemId === null ? [] : (replica.record('item', itemId)?.fields.pictograms ?? []);
  const expiry = replica.record('lot', lotId)?.fields.expiry ?? null;
  return {
    title: item ?? m.scan_missing(),
    detail: lotPart(lotNumber),
    qty: totalOf(stockOfLot(replica, lotId)),
    unit,
    pictograms,
    expiry,
  };
}

/** What a look shows of a thing. */
export function shownOf(replica: Replica, { kind, id }: Target): Shown {
  if (kind === 'lot') return showLot(replica, id);
  if (kind === 'location') {
    const path = pathSteps(replica, id)
      .map((step) => step.name)
      .slice(0, -1)
      .join(' › ');
    return { ...nothing, title: locationName(replica, id), detail: path === '' ? m.scan_kind_location() : path };
  }
  if (kind === 'item') {
    const item = replica.record('item', id)?.fields;
    const stock = stockOfItem(replica, id);
    const detail = item?.category ? item.category : m.scan_kind_item();
    return {
      ...nothing,
      title: itemName(replica, id),
      detail,
      qty: totalOf(stock),
      unit: item?.stockUnit ?? null,
      pictograms: item?.pictograms ?? [],
    };
  }
  const container = replica.record('container', id)?.fields;
  if (!container) return { ...nothing, title: m.scan_missing(), detail: m.scan_kind_container() };
  const lot = showLot(replica, container.lotId);
  const qty = replica.balance(bucketKey(container.lotId, `c:${id}`))?.qty ?? 0;
  return { ...lot, detail: `${lot.detail} · ${placeName(replica, `c:${id}`)}`, qty };
}
