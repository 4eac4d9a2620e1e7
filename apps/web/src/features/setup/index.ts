/** The public face of setup. */
import type { Screen } from '../../ui/navigation.ts';

export { type SetUpCode, SetUpContext, type SetUpForm } from './set-up.ts';

export const screens: Screen[] = [
  {
    path: '/setup',
    page: () => import('./pages/setup-page.tsx'),
    validateSearch: ({ code }) => (typeof code === 'string' ? { code: code.slice(0, 100) } : {}),
  },
];
