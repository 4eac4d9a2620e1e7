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

export const signalWords: Readonly<Record<'danger' | 'warning', () => string>> = {
  danger: () => m.items_signal_danger(),
  warning: () => m.items_signal_warning(),
};
