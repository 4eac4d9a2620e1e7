/** A lot as it stands in the form: texts, until they can be read. */
import type { Lot } from '@tidylab/domain/records';
import { decimalIn } from '@tidylab/domain/units/quantity';
import type { UnitCode } from '@tidylab/domain/units/units';
import { parseOptional } from './typed-amount.ts';
import { parseTypedDate } from './typed-date.ts';

export interface LotDraft {
  readonly lotNumber: string;
  readonly expiry: string;
  readonly packSize: string;
  readonly supplier: string;
}

export type LotFaults = Partial<Record<keyof LotDraft, string>>;

export const emptyLot: LotDraft = { lotNumber: '', expiry: '', packSize: '', supplier: '' };

/** @param decimal the reader's decimal separator. */
export const draftOfLot = (lot: Lot, unit: UnitCode, decimal: string): LotDraft => ({
  lotNumber: lot.lotNumber,
  expiry: lot.expiry ?? '',
  packSize: lot.packSize === null ? '' : decimalIn(lot.packSize, unit).replace('.', decimal),
  supplier: lot.supplier ?? '',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export type LotReading =
  | { readonly ok: true; readonly fields: Omit<Lot, 'itemId'> }
  | { readonly ok: false; readonly faults: LotFaults };

/** @param today the lab's calendar date. @param unit the item's stock unit, which the pack size is typed in. */
export function readLot(draft: LotDraft, unit: UnitCode, today: string): LotReading {
  const expiry = parseTypedDate(draft.expiry, today);
  const pack = parseOptional(draft.packSize, unit);
  const lotNumber = draft.lotNumber.trim();
  if (lotNumber !== '' && expiry.ok && pack.ok) {
    const fields = { lotNumber, expiry: expiry.value, supplier: orNull(draft.supplier), packSize: pack.value };
    return { ok: true, fields };
  }
  return {
    ok: false,
    faults: {
      ...(lotNumber === '' ? { lotNumber: 'needed' } : {}),
      ...(expiry.ok ? {} : { expiry: expiry.code }),
      ...(pack.ok ? {} : { packSize: pack.code }),
    },
  };
}
