/** What the rows of movements show, read from the replica. */
import { isCount, type LedgerEntry, type Posting } from '@tidylab/domain/ledger/model';
import type { UnitCode } from '@tidylab/domain/units/units';
import type { Replica } from '@tidylab/sync/replica/replica';
import { nameOfPlace, type PlaceName } from './place.ts';

export interface LotName {
  readonly lotId: string;
  readonly itemId: string | null;
  /** Null: its record is not here. */
  readonly item: string | null;
  readonly lotNumber: string | null;
  readonly unit: UnitCode | null;
}

/** What a lot is called, whatever of it is here. */
export function nameOfLot(replica: Replica, lotId: string): LotName {
  const lot = replica.record('lot', lotId)?.fields;
  const item = lot ? replica.record('item', lot.itemId)?.fields : undefined;
  return {
    lotId,
    itemId: lot?.itemId ?? null,
    item: item?.name ?? null,
    lotNumber: lot?.lotNumber ?? null,
    unit: item?.stockUnit ?? null,
  };
}

export interface EntryLine {
  readonly entry: LedgerEntry;
  readonly lot: LotName;
  /** Where it left and where it went; for a count both are the place counted. */
  readonly from: PlaceName;
  readonly to: PlaceName;
}

export const entryLine = (replica: Replica, entry: LedgerEntry): EntryLine => ({
  entry,
  lot: nameOfLot(replica, entry.what),
  from: nameOfPlace(replica, isCount(entry) ? entry.place : entry.from),
  to: nameOfPlace(replica, isCount(entry) ? entry.place : entry.to),
});

/** The name of a person as others see it; null when it is not known here. */
export const personName = (replica: Replica, user: string): string | null =>
  replica.record('person', user)?.fields.name ?? null;

/** Who voided a posting; null when that is not known here: own voids carry their person, accepted ones are not kept. */
export function voidedByName(replica: Replica, posting: Posting): string | null {
  const own = replica.own.find(({ op }) => op.id === posting.voidedBy);
  return own ? personName(replica, own.op.user) : null;
}

/** The own ops not held by the server's state that made or voided a posting. */
export const isOwnPosting = (replica: Replica, id: string): boolean => replica.isOwn('posting', id);
