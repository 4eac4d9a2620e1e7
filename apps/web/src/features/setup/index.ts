/** The public face of setup. */
import type { Screen } from '../../ui/navigation.ts';

export { adviseOn, isAcceptable } from './password-strength.ts';
export { adviceInWords } from './password-words.ts';
export { type PasswordFault, type SetUpCode, SetUpContext, type SetUpForm } from './set-up.ts';
export { timeZones } from './time-zones.ts';

export const screens: Screen[] = [
  {
    path: '/setup',
    page: () => import('./pages/setup-page.tsx'),
    validateSearch: ({ code }) => (typeof code === 'string' ? { code: code.slice(0, 100) } : {}),
  },
];
