/** The public face of Settings. A section that another feature owns takes its place in the list by `SettingsFrame`. */
import { IconSettings } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';

export const screens: readonly Screen[] = [
  { path: '/settings', page: () => import('./pages/profile-page.tsx') },
  { path: '/settings/device', page: () => import('./pages/device-page.tsx') },
  { path: '/settings/roles', page: () => import('./pages/roles-page.tsx') },
  { path: '/settings/about', page: () => import('./pages/about-page.tsx') },
];

export const nav: readonly NavEntry[] = [
  { to: '/settings', label: () => m.app_nav_settings(), icon: IconSettings, order: 90, bar: 'no' },
];

export { SettingsFrame } from './parts/settings-frame.tsx';
export { roleWords } from './role-words.ts';
export { settingsSections } from './sections.ts';
