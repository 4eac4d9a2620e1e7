/**
 * The service worker: keeps one whole build on the device and serves every navigation from it.
 *
 * - A new version waits until the app asks for it, or until no window of the old one is left.
 * - The first one ever takes over the page that installed it, so that the first visit already works offline; a later
 *   one never does that by itself.
 * - Data never passes through here: the lab's records live in IndexedDB, changes in the outbox.
 */
import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

interface Entry {
  readonly url: string;
  readonly revision: string | null;
}

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (Entry | string)[] };

const withoutHeaders = ['vary', 'content-encoding', 'content-length'];

/** A stored `Vary` makes the cache miss requests that differ only in `Origin`: dead offline. */
function storable(response: Response): Response | null {
  if (response.status !== 200) return null;
  const headers = new Headers(response.headers);
  for (const name of withoutHeaders) headers.delete(name);
  return new Response(response.body, { status: 200, statusText: response.statusText, headers });
}

addPlugins([{ cacheWillUpdate: ({ response }) => Promise.resolve(storable(response)) }]);
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api(?:\/|$)/, /^\/sync(?:\/|$)/, /^\/livez$/, /^\/readyz$/],
  }),
);

let isFirst = false;

self.addEventListener('install', () => {
  isFirst = self.registration.active === null;
});

self.addEventListener('activate', (event) => {
  if (isFirst) event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting());
  }
});
