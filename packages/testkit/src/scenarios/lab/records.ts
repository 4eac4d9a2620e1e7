/** The records of the scenario `lab`, in dependency order. */
import { checkDigit } from '@tidylab/domain/barcodes/gs1/check-digit';
import type { Barcode, Container, Item, Lot } from '@tidylab/domain/records';
import type { Random } from '../../random.ts';
import type { ScenarioRecord } from '../types.ts';
import { dateAfter } from './calendar.ts';
import { placeRows } from './places.ts';
import { amount, baseOf, type Product, unitOf } from './rows.ts';
import { type Group, groups, type Holding, idOf, locationId, newCode, type StockLot } from './stock.ts';

export const itemOf = (group: Group, row: Product): Item => ({
  name: row.name,
  type: group,
  baseUnit: baseOf(row.pack),
  stockUnit: unitOf(row.pack),
  useStep: row.use === null ? null : amount(row.use),
  category: row.category,
  synonyms: [...row.also],
  cas: row.cas,
  supplier: row.maker,
  catalogNumber: row.catalogNumber,
  hazards: [...row.hazards],
  pictograms: [...row.pictograms],
  signalWord: row.signal,
  storage: row.storage,
  minimum: row.minimum === null ? null : amount(row.minimum),
});

const lotOf = (lot: StockLot, today: string): Lot => ({
  itemId: idOf(`item ${lot.row.key}`),
  lotNumber: lot.number,
  expiry: lot.terms.days === null ? null : dateAfter(today, lot.terms.days),
  supplier: lot.row.maker,
  packSize: amount(lot.row.pack),
});

function stateOf(holding: Holding, left: number): Container['state'] {
  if (left === 0) return 'empty';
  return holding.lot.group === 'equipment' || left < amount(holding.lot.row.pack) ? 'open' : 'sealed';
}

const barcode = (
  key: string,
  targetKind: Barcode['targetKind'],
  targetId: string,
  packQty: number | null,
): ScenarioRecord => ({
  kind: 'barcode',
  id: idOf(`barcode ${targetKind} ${targetId}`),
  fields: { key, targetKind, targetId, packQty },
});

/** GTINs under 952, the prefix that GS1 sets aside for demonstrations. */
export function gtinOf(number: number): string {
  const body = `0952${String(100_000_000 + number * 7919)}`;
  return `${body}${checkDigit(body)}`;
}

function locationRecords(random: Random): { locations: ScenarioRecord[]; barcodes: ScenarioRecord[] } {
  const locations: ScenarioRecord[] = [];
  const barcodes: ScenarioRecord[] = [];
  for (const [key, row] of placeRows) {
    const id = locationId(key);
    const code = newCode(random);
    const parentId = row.in === null ? null : locationId(row.in);
    locations.push({
      kind: 'location',
      id,
      fields: { name: row.name, type: row.type, parentId, code, temperature: row.temperature ?? null },
    });
    barcodes.push(barcode(`own:${code}`, 'location', id, null));
  }
  return { locations, barcodes };
}

/** @param leftOf base units in a holding at the end of all postings. */
export function labRecords(
  stock: readonly Holding[],
  leftOf: (holding: Holding) => number,
  today: string,
  random: Random,
): ScenarioRecord[] {
  const { locations, barcodes } = locationRecords(random);
  const rows = groups.flatMap(([group, members]) => members.map((row) => ({ group, row })));
  const items = rows.map(
    ({ group, row }): ScenarioRecord => ({ kind: 'item', id: idOf(`item ${row.key}`), fields: itemOf(group, row) }),
  );
  const traded = rows.filter(({ row }) => row.traded);
  traded.forEach(({ row }, i) => {
    barcodes.push(barcode(`gtin:${gtinOf(i + 1)}`, 'item', idOf(`item ${row.key}`), amount(row.pack)));
  });
  const lots = [...new Set(stock.map((holding) => holding.lot))].map(
    (lot): ScenarioRecord => ({ kind: 'lot', id: lot.id, fields: lotOf(lot, today) }),
  );
  const containers: ScenarioRecord[] = [];
  for (const holding of stock) {
    if (!holding.vessel) continue;
    const { id, label, code } = holding.vessel;
    const place = {
      locationId: locationId(holding.lot.row.home),
      state: stateOf(holding, leftOf(holding)),
      useStep: null,
    };
    containers.push({ kind: 'container', id, fields: { lotId: holding.lot.id, label, code, ...place } });
    barcodes.push(barcode(`own:${code}`, 'container', id, null));
  }
  return [...locations, ...items, ...lots, ...containers, ...barcodes];
}
