/** The public face of help. */
import { IconHelpCircle } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';
import { isTopicId } from './topic-ids.ts';

export { topicOf } from './topic-ids.ts';

export const screens: readonly Screen[] = [
  {
    path: '/help',
    page: () => import('./pages/help-page.tsx'),
    validateSearch: ({ topic, q }) => ({
      ...(isTopicId(topic) ? { topic } : {}),
      ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
    }),
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/help', label: () => m.help_title(), icon: IconHelpCircle, order: 95, bar: 'no' },
];
