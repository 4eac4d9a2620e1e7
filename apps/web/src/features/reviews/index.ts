/** The public face of To review. */
import { IconChecklist } from '@tabler/icons-react';
import { m } from '../../paraglide/messages.js';
import type { NavEntry, Screen } from '../../ui/navigation.ts';
import { ReviewCount } from './parts/review-count.tsx';

export const screens: readonly Screen[] = [{ path: '/reviews', page: () => import('./pages/reviews-page.tsx') }];

export const nav: readonly NavEntry[] = [
  { to: '/reviews', label: () => m.reviews_title(), icon: IconChecklist, order: 45, bar: 'no', badge: ReviewCount },
];

export { openReviews } from './queries.ts';
export { ReviewsSection } from './parts/reviews-section.tsx';
