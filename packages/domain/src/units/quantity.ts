/**
 * Reading what a person typed into base units, and showing base units to a person. Exact both ways: digits are
 * moved as text and whole numbers, never through a binary fraction.
 */
import type { RefusalCode } from '../kernel/codes.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { isUnit, type UnitCode, units } from './units.ts';

/** Longer text is nobody's quantity, and would only cost time. */
const textMax = 100;

/**
 * The base units that `text` means in `unit`. Accepts "2.5", "2,5" and "2500"; thousands separators are not
 * accepted, since "1,000" means one in half the world.
 */
export function parseQuantity(text: string, unit: string): Result<number, RefusalCode> {
  if (!isUnit(unit)) return refuse('unit-unknown', unit);
  const match = text.length > textMax ? null : /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(text.trim());
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (!match || whole + fraction === '') return refuse('quantity-not-a-number', text);
  if (match[1] === '-') return refuse('quantity-not-positive', text);
  const scaled = BigInt(whole + fraction) * BigInt(units[unit].factor);
  const divisor = 10n ** BigInt(fraction.length);
  if (scaled % divisor !== 0n) return refuse('quantity-not-whole', text);
  const base = scaled / divisor;
  if (base === 0n) return refuse('quantity-not-positive', text);
  if (base > BigInt(Number.MAX_SAFE_INTEGER)) return refuse('quantity-out-of-range', text);
  return ok(Number(base));
}

/** Base units as decimal text in `unit`, exact, without trailing zeros: 2500000 in mL is "2.5". */
export function decimalIn(base: number, unit: UnitCode): string {
  const places = Math.round(Math.log10(units[unit].factor));
  const digits = String(Math.abs(base)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${base < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** As `decimalIn`, with the decimal separator of the reader and the unit's symbol behind it. */
export function formatQuantity(base: number, unit: UnitCode, decimalSeparator = '.'): string {
  const number = decimalIn(base, unit).replace('.', decimalSeparator).replace('-', '−');
  return `${number} ${units[unit].symbol}`;
}
