import type { Item } from '@tidylab/domain/records';
import { m } from '../../paraglide/messages.js';
import type { ItemState } from './item-filter.ts';

export const itemTypeWords: Readonly<Record<Item['type'], () => string>> = {
  chemical: () => m.items_type_chemical(),
  reagent: () => m.items_type_reagent(),
  consumable: () => m.items_type_consumable(),
  sample: () => m.items_type_sample(),
  equipment: () => m.items_type_equipment(),
};

export const itemStateWords: Readonly<Record<ItemState, () => string>> = {
  low: () => m.items_state_low(),
  soon: () => m.items_state_soon(),
  expired: () => m.items_state_expired(),
  none: () => m.items_state_none(),
};

const pictogramWords: Readonly<Record<string, () => string>> = {
  GHS01: () => m.common_ghs01(),
  GHS02: () => m.common_ghs02(),
  GHS03: () => m.common_ghs03(),
  GHS04: () => m.common_ghs04(),
  GHS05: () => m.common_ghs05(),
  GHS06: () => m.common_ghs06(),
  GHS07: () => m.common_ghs07(),
  GHS08: () => m.common_ghs08(),
  GHS09: () => m.common_ghs09(),
};

export const pictogramName = (code: string): string => pictogramWords[code]?.() ?? code;

export const signalWords: Readonly<Record<'danger' | 'warning', () => string>> = {
  danger: () => m.items_signal_danger(),
  warning: () => m.items_signal_warning(),
};
