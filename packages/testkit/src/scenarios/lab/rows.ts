/** The tables of products, and the amounts in them. */
import { assert } from '@tidylab/domain/kernel/assert';
import { parseQuantity } from '@tidylab/domain/units/quantity';
import { type BaseUnit, baseUnits, isUnit, type UnitCode, units } from '@tidylab/domain/units/units';
import { type PlaceKey, places } from './places.ts';

export interface LotRow {
  /** Days until expiry as of `today`; null when the maker gives none. */
  readonly days: number | null;
  /** Vessels or packs of the lot. */
  readonly packs: number;
  /** Delivered so many days ago; null: it was there when the lab began. */
  readonly arrived: number | null;
  /** How much is left in the first vessel at the start, when it was open by then. */
  readonly left: string | null;
}

/** What a catalogue tells of a product, and how the lab uses it. */
export interface Product {
  /** Stable: ids derive from it. */
  readonly key: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly cas: string | null;
  readonly maker: string;
  readonly catalogNumber: string;
  readonly hazards: readonly string[];
  readonly pictograms: readonly string[];
  readonly signal: 'danger' | 'warning' | null;
  readonly category: string;
  readonly storage: string | null;
  /** One vessel or pack, for example "2.5 L"; "500" is pieces. Its unit is the stock unit. */
  readonly pack: string;
  /** What one scan in Use takes; null: the whole vessel. */
  readonly use: string | null;
  readonly minimum: string | null;
  /** What a vessel is called on its label, before its number. */
  readonly label: string;
  /** Carries a GTIN that scanners read. */
  readonly traded: boolean;
}

export interface ProductRow extends Product {
  readonly home: PlaceKey;
  readonly lots: readonly LotRow[];
}

export function unitOf(text: string): UnitCode {
  const unit = text.split(' ')[1] ?? '1';
  assert(isUnit(unit), `no such unit in "${text}"`);
  return unit;
}

export const baseOf = (text: string): BaseUnit => baseUnits[units[unitOf(text)].dimension];

const amounts = new Map<string, number>();

/** Base units of "2.5 L". */
export function amount(text: string): number {
  const known = amounts.get(text);
  if (known !== undefined) return known;
  const parsed = parseQuantity(text.split(' ')[0] ?? '', unitOf(text));
  assert(parsed.ok, `not an amount: "${text}"`);
  amounts.set(text, parsed.value);
  return parsed.value;
}

const isPlace = (key: string): key is PlaceKey => Object.hasOwn(places, key);
const list = (cell: string, separator: string): string[] => (cell === '' ? [] : cell.split(separator));

/** "2 × 310 d, 1.2 L left, arrived 20": two vessels, good for 310 days, one of them open, delivered 20 days ago. */
function readLot(text: string): LotRow {
  const match = /^(\d+) × (?:(-?\d+) d|no expiry)(?:, (.+) left)?(?:, arrived (\d+))?$/.exec(text);
  assert(match, `not a lot: "${text}"`);
  const [, packs, days, left, arrived] = match;
  const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
  return { packs: Number(packs), days: number(days), left: left ?? null, arrived: number(arrived) };
}

function readRow(line: string): ProductRow {
  const cells = line.split('|').map((cell) => cell.trim());
  assert(cells.length === 16, `16 columns, not ${cells.length}: ${line}`);
  const cell = (at: number): string => cells[at] ?? '';
  const optional = (at: number): string | null => (cell(at) === '' ? null : cell(at));
  const [maker = '', catalogNumber = ''] = cell(4).split(': ');
  const label = list(cell(6), ' ');
  const signal = label.find((word) => word === 'danger' || word === 'warning') ?? null;
  const home = cell(13);
  assert(isPlace(home), `no such place: ${line}`);
  return {
    key: cell(0),
    name: cell(1),
    also: list(cell(2), '; '),
    cas: optional(3),
    maker,
    catalogNumber,
    hazards: list(cell(5), ' '),
    pictograms: label.filter((word) => word !== signal),
    signal,
    category: cell(7),
    storage: optional(8),
    pack: cell(9),
    use: optional(10),
    minimum: optional(11),
    label: optional(12) ?? cell(1),
    home,
    lots: list(cell(14), '; ').map(readLot),
    traded: cell(15) === 'GTIN',
  };
}

/**
 * One product a line, sixteen columns between bars: key | name | synonyms; … | CAS | maker: catalogue number |
 * hazard statements | pictograms and signal word | category | storage | pack | use step | minimum | label |
 * place | lots; … | GTIN. An empty column says nothing.
 */
export const readTable = (text: string): ProductRow[] => text.trim().split('\n').map(readRow);
