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
import { detour } from './detour.ts';
import { entryScreens, screens } from './features.ts';
import { RootLayout } from './root-layout.tsx';
import { NotFound } from './screens/not-found.tsx';
import { PendingPage } from './screens/pending-page.tsx';
import { RouteError } from './screens/route-error.tsx';
import { parseSearch, stringifySearch } from './search-params.ts';

const rootRoute = createRootRoute({
  component: RootLayout,
  beforeLoad: ({ location }) => {
    const away = detour(
      useAppState.getState().state,
      location.pathname,
      location.href,
      (location.search as { to?: unknown }).to,
    );
    if (away) throw redirect(away);
  },
});

const toRoute = ({ path, page, validateSearch }: Screen) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(page),
    ...(validateSearch ? { validateSearch } : {}),
  });

const doorOf = (screen: Screen): Screen => ({
  ...screen,
  validateSearch: (raw) => ({
    ...screen.validateSearch?.(raw),
    ...(typeof raw['to'] === 'string' ? { to: raw['to'] } : {}),
  }),
});

export const router: AnyRouter = createRouter({
  routeTree: rootRoute.addChildren([...screens, ...entryScreens.map(doorOf)].map(toRoute)),
  defaultPreload: 'intent',
  defaultPendingComponent: PendingPage,
  defaultPendingMs: 150,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});
