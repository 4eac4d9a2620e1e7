/** Lots as they come in over the year, and the vessels and piles that hold them. */
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { containerPlace, locationPlace, type Place } from '@tidylab/domain/ledger/model';
import type { Random } from '../../random.ts';
import { amount } from '../lab/rows.ts';
import { lotNumber, newCode } from '../lab/stock.ts';
import { catalogue, type Kept } from './catalogue.ts';
import type { DemoPlaceKey } from './places.ts';

export const idOf = (name: string): string => uuidv5(`scenario demo ${name}`);
export const locationId = (key: DemoPlaceKey): string => idOf(`location ${key}`);

export interface DemoLot extends Kept {
  readonly id: string;
  readonly number: string;
  /** Days after today, negative before it; null when the maker gives none. */
  readonly expires: number | null;
}

/** A vessel of a lot, or its loose pieces at a location. */
export interface Pile {
  readonly lot: DemoLot;
  readonly place: Place;
  /** Base units when it came. */
  readonly qty: number;
  readonly vessel?: { readonly id: string; readonly label: string; readonly code: string };
}

/** For how many days a maker's lot is good when it is delivered. */
const shelfLife: Readonly<Record<string, number>> = {
  'Cell culture': 420,
  Enzymes: 600,
  Kits: 480,
  Antibodies: 720,
  Antibiotics: 700,
  Cells: 540,
  'Nucleic acids': 800,
  Nucleotides: 800,
};
const longLife = 1500;

export interface Store {
  readonly piles: readonly Pile[];
  pilesOf(key: string): readonly Pile[];
  /** A new lot of so many packs. @param day days before today, negative. @param age how much of its life is over, 0 to 1. */
  arrive(kept: Kept, day: number, packs: number, age: number, opened: boolean): Pile[];
}

export function openStore(random: Random): Store {
  const piles: Pile[] = [];
  const byProduct = new Map<string, Pile[]>(catalogue.map(({ product }) => [product.key, []]));
  const lotsOf = new Map<string, number>();
  const numbers = new Set<string>();

  const freshNumber = (maker: string): string => {
    for (;;) {
      const number = lotNumber(maker, random);
      if (numbers.has(number)) continue;
      numbers.add(number);
      return number;
    }
  };
  const lotOf = (kept: Kept, day: number, age: number): DemoLot => {
    const { product, group } = kept;
    const nth = (lotsOf.get(product.key) ?? 0) + 1;
    lotsOf.set(product.key, nth);
    const life = (shelfLife[product.category] ?? longLife) * (0.8 + random.next() * 0.4) * (1 - age);
    const expires = group === 'equipment' ? null : Math.round(day + life);
    return { ...kept, id: idOf(`lot ${product.key} ${nth}`), number: freshNumber(product.maker), expires };
  };
  return {
    piles,
    pilesOf: (key) => byProduct.get(key) ?? [],
    arrive(kept, day, packs, age, opened) {
      const { product, group } = kept;
      const own = byProduct.get(product.key) ?? [];
      const lot = lotOf(kept, day, age);
      const pack = amount(product.pack);
      const made: Pile[] = [];
      if (group === 'consumable') {
        made.push({ lot, place: locationPlace(locationId(product.home)), qty: pack * packs });
      } else {
        for (let i = 0; i < packs; i++) {
          const nth = own.length + i + 1;
          const id = idOf(`container ${product.key} ${nth}`);
          const step = product.use === null ? pack : amount(product.use);
          const left =
            opened && i === 0 ? Math.max(step, step * Math.floor((pack / step) * (0.3 + random.next() * 0.6))) : pack;
          const vessel = { id, label: `${product.label} ${nth}`, code: newCode(random) };
          made.push({ lot, place: containerPlace(id), qty: left, vessel });
        }
      }
      own.push(...made);
      piles.push(...made);
      return made;
    },
  };
}
