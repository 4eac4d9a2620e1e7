/** The shape of the tables of products, and the amounts in them. */
import { assert } from '@tidylab/domain/kernel/assert';
import { parseQuantity } from '@tidylab/domain/units/quantity';
import { type BaseUnit, baseUnits, isUnit, type UnitCode, units } from '@tidylab/domain/units/units';
import type { PlaceKey } from './places.ts';

/** Days until expiry as of `today` (null: the maker gives none) and how many vessels or packs of the lot there are. */
export interface LotRow {
  readonly days: number | null;
  readonly packs: number;
  /** Delivered so many days ago; without it the lot was there when the lab began. */
  readonly arrived?: number;
  /** How much is left in the first vessel at the start, when it was open by then. */
  readonly left?: string;
}

export interface ProductRow {
  /** Stable: ids derive from it. */
  readonly key: string;
  readonly name: string;
  readonly also?: readonly string[];
  readonly cas?: string;
  /** `Supplier catalogue-number`, the supplier up to the first colon. */
  readonly from: string;
  /** Hazard statements, pictograms and signal word; none when the product is not classified. */
  readonly ghs?: { readonly h: string; readonly p: string; readonly signal?: 'danger' | 'warning' };
  readonly category: string;
  readonly storage?: string;
  /** One vessel or pack, for example "2.5 L"; "500" is pieces. Its unit is the stock unit. */
  readonly pack: string;
  readonly use?: string;
  readonly minimum?: string;
  /** What a vessel is called on its label. */
  readonly label?: string;
  readonly home: PlaceKey;
  readonly lots: readonly LotRow[];
  /** Carries a GTIN that scanners read. */
  readonly gtin?: true;
}

export function unitOf(text: string): UnitCode {
  const unit = text.split(' ')[1] ?? '1';
  assert(isUnit(unit), `no such unit in "${text}"`);
  return unit;
}

export const baseOf = (text: string): BaseUnit => baseUnits[units[unitOf(text)].dimension];

/** Base units of "2.5 L". */
export function amount(text: string): number {
  const parsed = parseQuantity(text.split(' ')[0] ?? '', unitOf(text));
  assert(parsed.ok, `not an amount: "${text}"`);
  return parsed.value;
}
