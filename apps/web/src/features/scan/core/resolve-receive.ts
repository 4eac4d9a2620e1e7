/**
 * What came in, and into what: packs of a known lot, a lot that is new with its first pack, or one more labelled vessel
 * where the item is kept in vessels. The sticky place is known when anything here is asked.
 */
import { bucketKey, containerPlace } from '@tidylab/domain/ledger/model';
import type { Item, Lot } from '@tidylab/domain/records';
import { units } from '@tidylab/domain/units/units';
import { stockOfItem, stockOfLot, type Target } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { Receive, ScanContext } from './act.ts';
import { acts, ask, type Decision, type Option, type Packs, unknown } from './decision.ts';
import { lotOption, lotsByExpiry, namedLots, numbersOf, otherLot } from './lot-choice.ts';
import { type LotHint, type Print, sameNumber } from './read-code.ts';
import { expiryWarning, fitsUnit } from './take.ts';

/** A count above this is of pieces in a pack, not of vessels that each get a label. */
const vesselsMax = 100;

/** More places than this are no choice for one tap. */
const placesMax = 5;

interface Printed {
  readonly hint: LotHint;
  readonly print: Print;
  readonly packs: Packs;
}

export function receiveItem(
  replica: Replica,
  itemId: string,
  { hint, print, packs }: Printed,
  context: ScanContext,
): Decision {
  const lots = lotsByExpiry(replica, itemId);
  const named = namedLots(lots, hint);
  const { expiry } = print;
  const newLot = (number: string): Option => ({ kind: 'new-lot', itemId, number, expiry, packs });
  const [only] = named;
  if (hint.state === 'read') {
    if (named.length === 1 && only) return receiveLot(replica, only.id, packs, context);
    if (named.length === 0) return receiveNewLot(replica, { itemId, number: hint.number, expiry, packs }, context);
    return ask(
      'lot',
      named.map(({ id }) => lotOption(id, packs)),
    );
  }
  const unknownNumbers = numbersOf(hint).filter((each) => !named.some(({ number }) => sameNumber(each, number)));
  const offered = hint.state === 'unclear' ? named : lots;
  const options = [...offered.map(({ id }) => lotOption(id, packs)), ...unknownNumbers.map(newLot), otherLot];
  return ask('lot', options, { typed: { kind: 'new-lot', itemId, expiry, packs } });
}

/** Lots of the item that are on this device, deleted ones left out. */
const lotsOf = (replica: Replica, itemId: string): Lot[] =>
  lotsByExpiry(replica, itemId).flatMap(({ id }) => replica.record('lot', id)?.fields ?? []);

/** As another lot of the same item was packed. */
const packOfSiblings = (replica: Replica, itemId: string): number | null =>
  lotsOf(replica, itemId).findLast(({ packSize }) => packSize !== null)?.packSize ?? null;

/** Base units of one pack. */
function onePack(replica: Replica, itemId: string, item: Item, packSize: number | null): number {
  const known = packSize ?? packOfSiblings(replica, itemId) ?? item.useStep;
  return known ?? (units[item.stockUnit].dimension === 'count' ? 1 : units[item.stockUnit].factor);
}

const hasVessels = (replica: Replica, itemId: string): boolean =>
  [...replica.keys('lotsByItem', itemId)].some((lotId) =>
    [...replica.keys('containersByLot', lotId)].some((id) => replica.record('container', id)?.deletedAt === null),
  );

interface Came {
  readonly lotId: string;
  readonly itemId: string;
  readonly lot: Lot;
  readonly isNew: boolean;
  readonly packs: Packs;
  /** One vessel whatever the item is kept in. */
  readonly forceVessel?: boolean;
}

function came(replica: Replica, { lotId, itemId, lot, isNew, packs, forceVessel = false }: Came, context: ScanContext) {
  const item = replica.record('item', itemId)?.fields;
  if (!item || context.placeId === null) return unknown('not-here');
  const per = onePack(replica, itemId, item, packs.packQty ?? lot.packSize);
  const isVessel = forceVessel || (hasVessels(replica, itemId) && packs.times <= vesselsMax);
  const build = (qty: number, vessels: number): Receive => ({
    kind: 'receive',
    lotId,
    itemId,
    placeId: context.placeId ?? '',
    qty,
    newLot: isNew ? lot : null,
    vessels: isVessel ? vessels : 0,
    containerId: null,
    warnings:
      isNew && lot.expiry !== null && lot.expiry < context.today
        ? [{ code: 'expired', day: lot.expiry }]
        : expiryWarning(replica, lotId, context.today),
  });
  const usual = build(per * packs.times, packs.times);
  const { amount } = context;
  if (amount === null) return acts(usual);
  return fitsUnit(amount, item.stockUnit)
    ? acts(build(amount.base, 1))
    : ask('amount', [{ kind: 'usual', act: usual }]);
}

export function receiveLot(
  replica: Replica,
  lotId: string,
  packs: Packs,
  context: ScanContext,
  forceVessel = false,
): Decision {
  const lot = replica.record('lot', lotId)?.fields;
  if (!lot) return unknown('not-here');
  return came(replica, { lotId, itemId: lot.itemId, lot, isNew: false, packs, forceVessel }, context);
}

/** `oneMoreVessel` of a lot whose labelled vessel was scanned. */
export const oneMoreVessel = (replica: Replica, lotId: string, packs: Packs, context: ScanContext): Decision =>
  receiveLot(replica, lotId, packs, context, true);

export function receiveNewLot(
  replica: Replica,
  { itemId, number, expiry, packs }: { itemId: string; number: string; expiry: string | null; packs: Packs },
  context: ScanContext,
): Decision {
  const known = lotsByExpiry(replica, itemId).find((each) => sameNumber(each.number, number));
  if (known) return receiveLot(replica, known.id, packs, context);
  const item = replica.record('item', itemId)?.fields;
  if (!item) return unknown('not-here');
  const packSize = packs.packQty ?? packOfSiblings(replica, itemId);
  const lot: Lot = { itemId, lotNumber: number.trim(), expiry, supplier: item.supplier, packSize };
  const lotId = context.lotIdFor(itemId, number);
  return came(replica, { lotId, itemId, lot, isNew: true, packs }, context);
}

/** Our own label on an empty vessel asks how much went in; on a full one, whether another one came. */
export function receiveContainer(
  replica: Replica,
  containerId: string,
  lotId: string,
  packs: Packs,
  context: ScanContext,
): Decision {
  const lot = replica.record('lot', lotId)?.fields;
  const item = lot ? replica.record('item', lot.itemId)?.fields : undefined;
  if (!lot || !item) return unknown('not-here');
  const held = replica.balance(bucketKey(lotId, containerPlace(containerId)))?.qty ?? 0;
  if (held !== 0) return ask('vessel', [{ kind: 'vessel', lotId, packs, held }]);
  const { amount } = context;
  const fill = (qty: number): Option => ({ kind: 'fill', lotId, containerId, qty });
  if (amount !== null && fitsUnit(amount, item.stockUnit))
    return fillContainer(replica, { lotId, containerId, qty: amount.base }, context);
  const size = packs.packQty ?? lot.packSize ?? packOfSiblings(replica, lot.itemId);
  return ask('fill', size === null ? [] : [fill(size)], { typed: { kind: 'fill', lotId, containerId } });
}

export function fillContainer(
  replica: Replica,
  { lotId, containerId, qty }: { lotId: string; containerId: string; qty: number },
  context: ScanContext,
): Decision {
  const lot = replica.record('lot', lotId)?.fields;
  if (!lot || context.placeId === null) return unknown('not-here');
  const { itemId } = lot;
  const warnings = expiryWarning(replica, lotId, context.today);
  const where = { placeId: context.placeId, containerId };
  return acts({ kind: 'receive', lotId, itemId, qty, newLot: null, vessels: 0, warnings, ...where });
}

/** Where the thing stands already, the fullest first: the likeliest places to receive or count it at. */
export function placesToAsk(replica: Replica, targets: readonly Target[]): readonly string[] {
  const stock = targets.flatMap(({ kind, id }) => {
    if (kind === 'item') return stockOfItem(replica, id);
    if (kind === 'lot') return stockOfLot(replica, id);
    const lotId = kind === 'container' ? replica.record('container', id)?.fields.lotId : undefined;
    return lotId === undefined ? [] : stockOfLot(replica, lotId);
  });
  const own = targets.flatMap(({ kind, id }) =>
    kind === 'container' ? (replica.record('container', id)?.fields.locationId ?? []) : [],
  );
  const byAmount = stock.toSorted((a, b) => b.balance.qty - a.balance.qty).flatMap((each) => each.locationId ?? []);
  return [...new Set([...own, ...byAmount])].slice(0, placesMax);
}
