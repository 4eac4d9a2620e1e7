import type { Container } from '@tidylab/domain/records';
import { m } from '../../paraglide/messages.js';

export const stateWords: Readonly<Record<Container['state'], () => string>> = {
  sealed: () => m.items_state_sealed(),
  open: () => m.items_state_open(),
  empty: () => m.items_state_empty(),
};
