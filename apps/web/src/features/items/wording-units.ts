import type { Dimension } from '@tidylab/domain/units/units';
import { m } from '../../paraglide/messages.js';

/** In the order a lab needs them. */
export const dimensions: readonly Dimension[] = ['volume', 'mass', 'count', 'amount', 'activity', 'length'];

export const dimensionWords: Readonly<Record<Dimension, () => string>> = {
  volume: () => m.items_dimension_volume(),
  mass: () => m.items_dimension_mass(),
  count: () => m.items_dimension_count(),
  amount: () => m.items_dimension_amount(),
  activity: () => m.items_dimension_activity(),
  length: () => m.items_dimension_length(),
};
