/** The records of the demo lab, in dependency order. */
import type { Barcode, Container } from '@tidylab/domain/records';
import type { Random } from '../../random.ts';
import type { ScenarioRecord } from '../types.ts';
import { dateAfter } from '../lab/calendar.ts';
import { gtinOf, itemOf } from '../lab/records.ts';
import { amount } from '../lab/rows.ts';
import { newCode } from '../lab/stock.ts';
import { catalogue } from './catalogue.ts';
import { demoPlaces } from './places.ts';
import { idOf, locationId, type Pile } from './stock.ts';

function stateOf({ lot, qty }: Pile, left: number): Container['state'] {
  if (left === 0) return 'empty';
  const full = amount(lot.product.pack);
  return lot.group === 'equipment' || left < full || qty < full ? 'open' : 'sealed';
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

function locationRecords(random: Random): ScenarioRecord[] {
  return demoPlaces.flatMap(([key, { name, type, in: parent, temperature = null }]): ScenarioRecord[] => {
    const id = locationId(key);
    const code = newCode(random);
    const parentId = parent === null ? null : locationId(parent);
    return [
      { kind: 'location', id, fields: { name, type, parentId, code, temperature } },
      barcode(`own:${code}`, 'location', id, null),
    ];
  });
}

function itemRecords(): ScenarioRecord[] {
  let traded = 0;
  return catalogue.flatMap(({ group, product }): ScenarioRecord[] => {
    const id = idOf(`item ${product.key}`);
    const item: ScenarioRecord = { kind: 'item', id, fields: itemOf(group, product) };
    if (!product.traded) return [item];
    traded++;
    return [item, barcode(`gtin:${gtinOf(traded)}`, 'item', id, amount(product.pack))];
  });
}

/** @param leftOf base units in a vessel at the end of all postings. */
export function demoRecords(
  piles: readonly Pile[],
  leftOf: (pile: Pile) => number,
  today: string,
  random: Random,
): ScenarioRecord[] {
  const lots = [...new Set(piles.map(({ lot }) => lot))].map(({ id, number, expires, product }): ScenarioRecord => {
    const expiry = expires === null ? null : dateAfter(today, expires);
    const itemId = idOf(`item ${product.key}`);
    return {
      kind: 'lot',
      id,
      fields: { itemId, lotNumber: number, expiry, supplier: product.maker, packSize: amount(product.pack) },
    };
  });
  const containers = piles.flatMap((pile): ScenarioRecord[] => {
    if (!pile.vessel) return [];
    const { id, label, code } = pile.vessel;
    const state = stateOf(pile, leftOf(pile));
    const home = locationId(pile.lot.product.home);
    return [
      { kind: 'container', id, fields: { lotId: pile.lot.id, label, code, locationId: home, state, useStep: null } },
      barcode(`own:${code}`, 'container', id, null),
    ];
  });
  return [...locationRecords(random), ...itemRecords(), ...lots, ...containers];
}
