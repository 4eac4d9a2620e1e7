/** The public face of containers. */
import type { NavEntry, Screen } from '../../ui/navigation.ts';

export const screens: readonly Screen[] = [
  { path: '/containers/$id', page: () => import('./pages/container-page.tsx') },
  { path: '/containers/$id/edit', page: () => import('./pages/edit-container-page.tsx') },
  { path: '/lots/$id/receive', page: () => import('./pages/receive-page.tsx') },
];
export const nav: readonly NavEntry[] = [];
