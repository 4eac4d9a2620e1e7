/** The public face of Home. */
import { IconHome } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';

export const screens: readonly Screen[] = [{ path: '/', page: () => import('./pages/home-page.tsx') }];

export const nav: readonly NavEntry[] = [
  { to: '/', label: () => m.app_nav_home(), icon: IconHome, order: 0, bar: 'yes' },
];
