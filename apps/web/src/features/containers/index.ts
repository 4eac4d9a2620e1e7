/** The public face of containers. */
import type { NavEntry, Screen } from '../../ui/navigation.ts';

export const screens: readonly Screen[] = [
  { path: '/containers/$id', page: () => import('./pages/container-page.tsx') },
];
export const nav: readonly NavEntry[] = [];
