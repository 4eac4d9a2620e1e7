/**
 * The closed table of units. A quantity is stored as an integer in the item's base unit; every other unit of the
 * same dimension is an exact ratio of integers of it, so that nothing is ever rounded on the way in.
 * Codes are UCUM's where UCUM has one. Mass, volume, amount and activity never convert into each other.
 */
export type Dimension = 'mass' | 'volume' | 'amount' | 'activity' | 'count' | 'length';

interface Unit {
  readonly dimension: Dimension;
  /** What people read. */
  readonly symbol: string;
  /** How many base units one of these is. */
  readonly factor: number;
}

export const baseUnits = {
  mass: 'ug',
  volume: 'nL',
  amount: 'nmol',
  activity: 'mU',
  count: '1',
  length: 'um',
} as const;

export type BaseUnit = (typeof baseUnits)[Dimension];

export const units = {
  ug: { dimension: 'mass', symbol: 'µg', factor: 1 },
  mg: { dimension: 'mass', symbol: 'mg', factor: 1e3 },
  g: { dimension: 'mass', symbol: 'g', factor: 1e6 },
  kg: { dimension: 'mass', symbol: 'kg', factor: 1e9 },
  nL: { dimension: 'volume', symbol: 'nL', factor: 1 },
  uL: { dimension: 'volume', symbol: 'µL', factor: 1e3 },
  mL: { dimension: 'volume', symbol: 'mL', factor: 1e6 },
  L: { dimension: 'volume', symbol: 'L', factor: 1e9 },
  nmol: { dimension: 'amount', symbol: 'nmol', factor: 1 },
  umol: { dimension: 'amount', symbol: 'µmol', factor: 1e3 },
  mmol: { dimension: 'amount', symbol: 'mmol', factor: 1e6 },
  mol: { dimension: 'amount', symbol: 'mol', factor: 1e9 },
  mU: { dimension: 'activity', symbol: 'mU', factor: 1 },
  U: { dimension: 'activity', symbol: 'U', factor: 1e3 },
  kU: { dimension: 'activity', symbol: 'kU', factor: 1e6 },
  '1': { dimension: 'count', symbol: 'pcs', factor: 1 },
  um: { dimension: 'length', symbol: 'µm', factor: 1 },
  mm: { dimension: 'length', symbol: 'mm', factor: 1e3 },
  cm: { dimension: 'length', symbol: 'cm', factor: 1e4 },
  m: { dimension: 'length', symbol: 'm', factor: 1e6 },
} as const satisfies Record<string, Unit>;

export type UnitCode = keyof typeof units;

export const unitCodes = Object.keys(units) as [UnitCode, ...UnitCode[]];

export const isUnit = (code: string): code is UnitCode => Object.hasOwn(units, code);
