/** The public face of lots, and of what every form that writes records shares. */
import type { NavEntry, Screen } from '../../ui/navigation.ts';
import { newLotSearch } from './lot-search.ts';

export const screens: readonly Screen[] = [
  {
    path: '/lots/new',
    page: () => import('./pages/new-lot-page.tsx'),
    validateSearch: (raw) => ({ ...newLotSearch(raw) }),
  },
  { path: '/lots/$id', page: () => import('./pages/lot-page.tsx') },
  { path: '/lots/$id/edit', page: () => import('./pages/edit-lot-page.tsx') },
];
export const nav: readonly NavEntry[] = [];

export { barcodeFor, creation, newId, newOwnCode, recordAll } from './commands.ts';
export { type Expiry, expiryOf, soonUntil } from './expiry.ts';
export { BucketActions } from './parts/bucket-actions.tsx';
export { ExpiryChip } from './parts/expiry-chip.tsx';
export { FormPage } from './parts/form-page.tsx';
export { LinkButton } from './parts/link-button.tsx';
export { MissingPage } from './parts/missing-page.tsx';
export { SavedNotice } from './parts/saved-notice.tsx';
export { StockList } from './parts/stock-list.tsx';
export { announceSaved } from './saved-store.ts';
export { parseOptional } from './typed-amount.ts';
export { useEdit } from './use-edit.ts';
export { useMay } from './use-may.ts';
export { faultText, focusFirstFault, stateWords } from './wording.ts';
