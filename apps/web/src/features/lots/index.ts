/** The public face of lots. */
import type { NavEntry, Screen } from '../../ui/navigation.ts';

export const screens: readonly Screen[] = [{ path: '/lots/$id', page: () => import('./pages/lot-page.tsx') }];
export const nav: readonly NavEntry[] = [];

export { type Expiry, expiryOf, soonDays, soonUntil } from './expiry.ts';
export { ExpiryChip } from './parts/expiry-chip.tsx';
export { MissingPage } from './parts/missing-page.tsx';
export { StockList } from './parts/stock-list.tsx';
export { stateWords } from './wording.ts';
