/** The public face of Settings. */
import { IconSettings } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';

export const screens: readonly Screen[] = [{ path: '/settings', page: () => import('./pages/settings-page.tsx') }];

export const nav: readonly NavEntry[] = [
  { to: '/settings', label: () => m.app_nav_settings(), icon: IconSettings, order: 90, bar: 'no' },
];
