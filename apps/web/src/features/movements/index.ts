/** The public face of movements. */
import { IconTimeline } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';
import { ledgerSearch } from './ledger-filter.ts';

export const screens: readonly Screen[] = [
  {
    path: '/movements',
    page: () => import('./pages/movements-page.tsx'),
    validateSearch: (raw) => ({ ...ledgerSearch(raw) }),
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/movements', label: () => m.items_movements_title(), icon: IconTimeline, order: 40, bar: 'no' },
];

export { recordUse, undoPosting, type UndoFailure, type WriteFailure } from './commands.ts';
export { Amount } from './parts/amount.tsx';
export { Disclosure, HowComputed } from './parts/how-computed.tsx';
export { PathLinks, PlaceLabel } from './parts/place-label.tsx';
export { PostingList } from './parts/posting-list.tsx';
export { RecordLink } from './parts/record-link.tsx';
export { ServerDifference } from './parts/server-difference.tsx';
export { UseButton, UseForm } from './parts/use-form.tsx';
export { nameOfPlace, pathSteps } from './place.ts';
export { type LotName, nameOfLot, personName } from './queries.ts';
export { defaultUse } from './quantity-input.ts';
export { type Formats, useFormat } from './use-format.ts';
export { failureText, placeWords } from './wording.ts';
