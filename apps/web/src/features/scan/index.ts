/** The public face of scanning. */
import { IconScan } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';

export const screens: readonly Screen[] = [
  { path: '/scan', page: () => import('./pages/scan-page.tsx') },
  { path: '/c/$code', page: () => import('./pages/label-page.tsx') },
];

export const nav: readonly NavEntry[] = [
  { to: '/scan', label: () => m.scan_title(), icon: IconScan, order: 10, bar: 'main' },
];

export { chooseMode, isAsking, scanModes } from './outside.ts';
export type { ScanPorts } from './ports.ts';
export { ScanEverywhere } from './scan-everywhere.tsx';
export { modeWords } from './mode-words.ts';
