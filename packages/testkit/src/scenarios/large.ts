/**
 * A large lab for measuring: as many items as asked for, each with one lot, a barcode and stock at a shelf. Names are
 * combinations of plausible words, suppliers and catalogue numbers plainly made up; nothing here is a real product.
 * The same arguments give the same lab.
 */
import { ownCodeFromBytes } from '@tidylab/domain/barcodes/own-label';
import { checkDigit } from '@tidylab/domain/barcodes/gs1/check-digit';
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { entriesMax, locationPlace, type Movement } from '@tidylab/domain/ledger/model';
import type { Barcode, Item, Location, Lot } from '@tidylab/domain/records';
import { type Random, seededRandom } from '../random.ts';
import type { ScenarioRecord } from './types.ts';

export interface LargeScenario {
  /** Locations from the root down, then each item with its lot and barcode. */
  readonly records: readonly ScenarioRecord[];
  /** What is received at the start, in lists that fit one posting each. */
  readonly receipts: readonly (readonly Movement[])[];
}

const metals =
  'Lithium Sodium Potassium Caesium Magnesium Calcium Strontium Barium Zinc Iron(II) Cobalt(II) Nickel(II) Copper(II) Manganese(II) Silver Ammonium';
const anions =
  'chloride bromide iodide fluoride sulfate nitrate phosphate carbonate acetate citrate oxalate formate benzoate borate silicate molybdate tungstate lactate gluconate stearate';
const grades = 'ACS reagent|anhydrous|for synthesis|HPLC grade|trace metals basis|for cell culture|extra pure|hydrate';
const packs = [1, 5, 10, 25, 50, 100, 250, 500] as const;
const suppliers = ['Example Chemicals', 'Sample Reagents', 'Model Supply'] as const;
const categories = ['Salts', 'Buffers', 'Standards', 'Solids', 'Catalysts', 'Media'] as const;
const hazardSets = [[], [], ['H302'], ['H315', 'H319'], ['H272'], ['H301', 'H411']] as const;

const idOf = (name: string): string => uuidv5(`scenario large ${name}`);
const gramUg = 1_000_000;
const shelvesPerRoom = 20;
const receiptEntries = Math.min(entriesMax, 250);

/** Every name once: the number counts through the words, and starts over with another batch letter when they are used up. */
function nameOf(index: number): { name: string; grams: number } {
  let rest = index;
  const take = <T>(list: readonly T[]): T => {
    const one = list[rest % list.length] as T;
    rest = Math.floor(rest / list.length);
    return one;
  };
  const metal = take(metals.split(' '));
  const anion = take(anions.split(' '));
  const grade = take(grades.split('|'));
  const grams = take(packs);
  const series = rest === 0 ? '' : `, series ${rest + 1}`;
  return { name: `${metal} ${anion}, ${grade}, ${grams} g${series}`, grams };
}

function itemOf(index: number, random: Random): { item: Item; packUg: number } {
  const { name, grams } = nameOf(index);
  const packUg = grams * gramUg;
  const hazards = [...random.pick(hazardSets)];
  const item: Item = {
    name,
    type: 'chemical',
    baseUnit: 'ug',
    stockUnit: 'g',
    useStep: Math.max(100_000, packUg / 10),
    category: random.pick(categories),
    synonyms: [`Specimen ${index + 1}`],
    cas: null,
    supplier: random.pick(suppliers),
    catalogNumber: `EX-${String(index + 1).padStart(6, '0')}`,
    hazards,
    pictograms: hazards.length === 0 ? [] : ['GHS07'],
    signalWord: hazards.length === 0 ? null : 'warning',
    storage: null,
    minimum: random.chance(0.2) ? packUg : null,
  };
  return { item, packUg };
}

function locationsOf(rooms: number, random: Random): { id: string; fields: Location }[] {
  const node = (key: string, name: string, type: Location['type'], parent: string | null) => ({
    id: idOf(key),
    fields: {
      name,
      type,
      parentId: parent === null ? null : idOf(parent),
      code: ownCodeFromBytes(random.bytes(8)),
      temperature: null,
    },
  });
  const nodes = [node('site', 'Model building', 'site', null)];
  for (let room = 1; room <= rooms; room++) {
    nodes.push(node(`room ${room}`, `Room ${room}`, 'room', 'site'));
    for (let shelf = 1; shelf <= shelvesPerRoom; shelf++)
      nodes.push(node(`shelf ${room} ${shelf}`, `Room ${room}, shelf ${shelf}`, 'shelf', `room ${room}`));
  }
  return nodes;
}

/** @param opts.expiryYear lots expire in the three years from this one on. */
export function largeScenario(opts: { items: number; expiryYear: number; seed?: number }): LargeScenario {
  const random = seededRandom(opts.seed ?? 1);
  const locations = locationsOf(Math.max(1, Math.round(opts.items / 5_000)), random);
  const shelves = locations.filter(({ fields }) => fields.type === 'shelf');
  const records: ScenarioRecord[] = locations.map(({ id, fields }) => ({ kind: 'location', id, fields }));
  const movements: Movement[] = [];
  for (let index = 0; index < opts.items; index++) {
    const [itemId, lotId] = [idOf(`item ${index}`), idOf(`lot ${index}`)];
    const { item, packUg } = itemOf(index, random);
    const lot: Lot = {
      itemId,
      lotNumber: `EX${String(random.int(1e8)).padStart(8, '0')}`,
      expiry: `${opts.expiryYear + random.int(3)}-${String(1 + random.int(12)).padStart(2, '0')}-28`,
      supplier: item.supplier,
      packSize: packUg,
    };
    // 0952 is set aside by GS1 for examples.
    const body = `0952${String(index).padStart(9, '0')}`;
    const barcode: Barcode = {
      key: `gtin:${body}${checkDigit(body)}`,
      targetKind: 'item',
      targetId: itemId,
      packQty: packUg,
    };
    records.push({ kind: 'item', id: itemId, fields: item }, { kind: 'lot', id: lotId, fields: lot });
    records.push({ kind: 'barcode', id: idOf(`barcode ${index}`), fields: barcode });
    movements.push({
      what: lotId,
      from: 'v:supplier',
      to: locationPlace(random.pick(shelves).id),
      qty: packUg * (1 + random.int(4)),
    });
  }
  const receipts = Array.from({ length: Math.ceil(movements.length / receiptEntries) }, (_, at) =>
    movements.slice(at * receiptEntries, (at + 1) * receiptEntries),
  );
  return { records, receipts };
}
