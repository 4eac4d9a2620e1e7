/** Turns the tables of products into lots and the vessels or piles that hold them. */
import { ownCodeFromBytes } from '@tidylab/domain/barcodes/own-label';
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { containerPlace, locationPlace, type Place } from '@tidylab/domain/ledger/model';
import type { Random } from '../../random.ts';
import { biology } from './biology.ts';
import { consumables, equipment } from './consumables.ts';
import type { PlaceKey } from './places.ts';
import { amount, type LotRow, type ProductRow } from './rows.ts';
import { solids } from './solids.ts';
import { solvents } from './solvents.ts';

export const idOf = (name: string): string => uuidv5(`scenario lab ${name}`);
export const locationId = (key: PlaceKey): string => idOf(`location ${key}`);

export type Group = 'chemical' | 'reagent' | 'consumable' | 'equipment';

export const groups: readonly [Group, readonly ProductRow[]][] = [
  ['chemical', [...solvents, ...solids]],
  ['reagent', biology],
  ['consumable', consumables],
  ['equipment', equipment],
];

export interface StockLot {
  readonly id: string;
  readonly row: ProductRow;
  readonly group: Group;
  readonly terms: LotRow;
  readonly number: string;
}

/** What holds a lot from its first day here: a vessel, or a pile of loose pieces at a location. */
export interface Holding {
  readonly lot: StockLot;
  readonly place: Place;
  readonly qty: number;
  readonly vessel?: { readonly id: string; readonly label: string; readonly code: string };
}

/** How makers write lot and serial numbers: # is a digit, @ a letter. */
const styles: Record<string, string> = {
  Merck: 'K5#######',
  'Sigma-Aldrich': 'SLC@####',
  'Carl Roth': '3########',
  Gibco: '2######',
  Invitrogen: '2######',
  'New England Biolabs': '102#####',
  'Thermo Scientific': '013#####',
  'R&D Systems': 'P3#####',
  Sarstedt: '######1',
  Corning: '3#2#####',
  Eppendorf: '@2######@',
  'Kimberly-Clark': 'SM4######',
  'Greiner Bio-One': 'E24##@##',
  'Merck Millipore': 'R4@@#####',
  Whatman: '17######',
  Bemis: 'CX######',
  'Mettler Toledo': 'C2########',
  'Scientific Industries': 'G2-#####',
  'Cell Signaling Technology': '00##########',
  Deutero: 'D4####',
  Qiagen: '17#######',
  Promega: '0000######',
  'Bio-Rad': '64######',
  'Applied Biosystems': '2######',
  BioLegend: 'B4#####',
  ATCC: '70######',
};

export const lotNumber = (maker: string, random: Random): string =>
  (styles[maker] ?? '########').replace(/[#@]/g, (mark) =>
    mark === '#' ? String(random.int(10)) : random.pick([...'ABCDEFGHJKMNPRSTVWXZ']),
  );

export const newCode = (random: Random): string => ownCodeFromBytes(random.bytes(8));

function vesselsOf(lot: StockLot, firstNumber: number, random: Random): Holding[] {
  return Array.from({ length: lot.terms.packs }, (_, i) => {
    const number = firstNumber + i;
    const id = idOf(`container ${lot.row.key} ${number}`);
    const qty = amount(i === 0 && lot.terms.left !== null ? lot.terms.left : lot.row.pack);
    const vessel = { id, label: `${lot.row.label} ${number}`, code: newCode(random) };
    return { lot, place: containerPlace(id), qty, vessel };
  });
}

function holdingsOfRow(group: Group, row: ProductRow, random: Random): Holding[] {
  const holdings: Holding[] = [];
  row.lots.forEach((terms, i) => {
    const lot: StockLot = {
      id: idOf(`lot ${row.key} ${i + 1}`),
      row,
      group,
      terms,
      number: lotNumber(row.maker, random),
    };
    if (group === 'consumable')
      holdings.push({ lot, place: locationPlace(locationId(row.home)), qty: amount(row.pack) * terms.packs });
    else holdings.push(...vesselsOf(lot, holdings.length + 1, random));
  });
  return holdings;
}

export const layInStock = (random: Random): Holding[] =>
  groups.flatMap(([group, rows]) => rows.flatMap((row) => holdingsOfRow(group, row, random)));
