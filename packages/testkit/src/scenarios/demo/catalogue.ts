/** Everything that the demo lab keeps: the products of the scenario `lab` and those of its own tables. */
import type { Group } from '../lab/stock.ts';
import { groups } from '../lab/stock.ts';
import { biology } from './biology.ts';
import { inorganics } from './chemicals-inorganic.ts';
import { liquids } from './chemicals-liquid.ts';
import { organics } from './chemicals-organic.ts';
import { equipment, pieces } from './pieces.ts';
import type { DemoProduct } from './short-rows.ts';

const own: readonly [Group, readonly DemoProduct[]][] = [
  ['chemical', [...liquids, ...inorganics, ...organics]],
  ['reagent', biology],
  ['consumable', pieces],
  ['equipment', equipment],
];

export interface Kept {
  readonly group: Group;
  readonly product: DemoProduct;
}

export const catalogue: readonly Kept[] = [...groups, ...own].flatMap(([group, products]) =>
  products.map((product) => ({ group, product })),
);
