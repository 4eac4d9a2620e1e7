/**
 * Routes in code, made from what features offer. Which of them are open follows from the state of the start: a person
 * who is signed in is never sent to a door, and a deep link survives the way through one.
 */
import {
  type AnyRouter,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { Screen } from '../ui/navigation.ts';
import { useAppState } from './boot-store.ts';
import { entryScreens, screens } from './features.ts';
import { RootLayout } from './root-layout.tsx';
import { NotFound } from './screens/not-found.tsx';
import { PendingPage } from './screens/pending-page.tsx';
import { RouteError } from './screens/route-error.tsx';
import { parseSearch, stringifySearch } from './search-params.ts';

const doors = { setup: '/setup', 'signed-out': '/sign-in' } as const;

/** Where the state of the start sends someone who asks for `href`, or null when they may stay. */
export function detour(state: string, pathname: string, href: string, to: unknown): { to: string; search: { to?: string } } | null {
  const isDoor = Object.values(doors).some((door) => door === pathname);
  if (state === 'setup' || state === 'signed-out') {
    const door = doors[state];
    if (pathname === door) return null;
    return { to: door, search: isDoor || href === '/' ? {} : { to: href } };
  }
  if (state !== 'ready' || !isDoor) return null;
  return { to: ownAddress(to), search: {} };
}

/** An address of this app that may be gone back to; anything else is Home. */
const ownAddress = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');

const rootRoute = createRootRoute({
  component: RootLayout,
  beforeLoad: ({ location }) => {
    const away = detour(useAppState.getState().state, location.pathname, location.href, (location.search as { to?: unknown }).to);
    if (away) throw redirect(Object.keys(away.search).length > 0 ? { to: away.to, search: away.search } : { href: away.to });
  },
});

const labelScreen: Screen = { path: '/c/$code', page: () => import('./screens/label-page.tsx') };

const toRoute = ({ path, page, validateSearch }: Screen) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(page),
    ...(validateSearch ? { validateSearch } : {}),
  });

const doorOf = (screen: Screen): Screen => ({
  ...screen,
  validateSearch: (raw) => ({ ...screen.validateSearch?.(raw), ...(typeof raw['to'] === 'string' ? { to: raw['to'] } : {}) }),
});

export const router: AnyRouter = createRouter({
  routeTree: rootRoute.addChildren([...screens, labelScreen, ...entryScreens.map(doorOf)].map(toRoute)),
  defaultPreload: 'intent',
  defaultPendingComponent: PendingPage,
  defaultPendingMs: 150,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});
