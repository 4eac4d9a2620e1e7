/** Steps of a quantity that a person may also type. */
import { decimalIn, parseQuantity } from '@tidylab/domain/units/quantity';
import { isUnit, type UnitCode, units } from '@tidylab/domain/units/units';

/**
 * The unit a step reads best in: the largest of the same dimension in which it is a plain number of at most three
 * decimals, the stock unit preferred.
 */
export function unitForStep(stepBase: number, stockUnit: UnitCode): UnitCode {
  const decimals = (unit: UnitCode): number => (decimalIn(stepBase, unit).split('.')[1] ?? '').length;
  if (decimals(stockUnit) <= 3) return stockUnit;
  const { dimension } = units[stockUnit];
  const codes = Object.keys(units)
    .filter(isUnit)
    .filter((code) => units[code].dimension === dimension);
  return codes.toSorted((a, b) => units[b].factor - units[a].factor).find((code) => decimals(code) <= 3) ?? stockUnit;
}

/** One step more or less than what stands in the field; what cannot be read counts as nothing. Never below one step. */
export function stepQuantity(text: string, unit: UnitCode, stepBase: number, direction: 1 | -1): string {
  const parsed = parseQuantity(text, unit);
  const next = (parsed.ok ? parsed.value : 0) + direction * stepBase;
  const kept = Number.isSafeInteger(next) ? next : parsed.ok ? parsed.value : stepBase;
  return decimalIn(Math.max(kept, stepBase), unit);
}

/**
 * What one use takes when nobody says otherwise: the container's own step, else the item's, else a whole vessel or
 * piece. All in base units.
 */
export function defaultUse(
  steps: { readonly container: number | null; readonly item: number | null },
  here: {
    readonly qty: number;
    readonly inContainer: boolean;
    readonly unit: UnitCode;
    readonly packSize: number | null;
  },
): number {
  const step = steps.container ?? steps.item;
  if (step !== null) return step;
  if (here.inContainer && here.qty > 0) return here.qty;
  if (units[here.unit].dimension === 'count') return 1;
  return here.packSize ?? units[here.unit].factor;
}
