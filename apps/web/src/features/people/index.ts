/** The public face of people: joining, and their administration. */
import type { Screen } from '../../ui/navigation.ts';

export { type Invitation, JoiningContext, type JoinCode, type Joining } from './join.ts';
export { type ServerApi, ServerApiContext } from './server-api.ts';

/** Open whether or not somebody is signed in. */
export const entryScreens: readonly Screen[] = [
  {
    path: '/join',
    page: () => import('./pages/join-page.tsx'),
    validateSearch: ({ code }) => (typeof code === 'string' ? { code: code.slice(0, 100) } : {}),
  },
];

export const screens: readonly Screen[] = [
  { path: '/settings/people', page: () => import('./pages/people-page.tsx') },
  { path: '/settings/people/new', page: () => import('./pages/new-person-page.tsx') },
  { path: '/settings/people/$id', page: () => import('./pages/person-page.tsx') },
  { path: '/settings/lab', page: () => import('./pages/lab-page.tsx') },
  { path: '/settings/backup', page: () => import('./pages/backup-page.tsx') },
];
