/** The public face of items. */
import { IconFlask } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';
import { itemSearch } from './item-filter.ts';
import { scannedSearch } from './item-search-params.ts';

export const screens: readonly Screen[] = [
  { path: '/items', page: () => import('./pages/items-page.tsx'), validateSearch: (raw) => ({ ...itemSearch(raw) }) },
  {
    path: '/items/new',
    page: () => import('./pages/new-item-page.tsx'),
    validateSearch: (raw) => ({ ...scannedSearch(raw) }),
  },
  {
    path: '/items/$id',
    page: () => import('./pages/item-page.tsx'),
    validateSearch: (raw) => ({ ...scannedSearch(raw) }),
  },
  { path: '/items/$id/edit', page: () => import('./pages/edit-item-page.tsx') },
];

export const nav: readonly NavEntry[] = [
  { to: '/items', label: () => m.items_title(), icon: IconFlask, order: 20, bar: 'yes' },
];

export { catalogueOf } from './catalogue.ts';
export { filterItems } from './item-filter.ts';
export { rankOf, type SearchEntry } from './search.ts';
