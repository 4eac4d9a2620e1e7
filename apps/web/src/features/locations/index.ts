/** The public face of locations. */
import { IconMapPin } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';
import { newLocationSearch } from './location-search.ts';

export const screens: readonly Screen[] = [
  { path: '/locations', page: () => import('./pages/locations-page.tsx') },
  {
    path: '/locations/new',
    page: () => import('./pages/new-location-page.tsx'),
    validateSearch: (raw) => ({ ...newLocationSearch(raw) }),
  },
  { path: '/locations/$id', page: () => import('./pages/location-page.tsx') },
  { path: '/locations/$id/edit', page: () => import('./pages/edit-location-page.tsx') },
];

export const nav: readonly NavEntry[] = [
  { to: '/locations', label: () => m.items_locations_title(), icon: IconMapPin, order: 30, bar: 'yes' },
];

export { LocationPicker } from './parts/location-picker.tsx';
