/** Registers the service worker and says when a new version waits. Nothing here decides to reload by itself. */
import { Workbox } from 'workbox-window';
import { scriptUrl } from './script-url.ts';

export interface Updates {
  /** True once a new version is on the device and waits. */
  get(): boolean;
  subscribe(listener: () => void): () => void;
  /** Lets the new version take over and loads it. */
  apply(): void;
}

const hourMs = 3_600_000;

/** Does nothing where service workers do not exist (a page without TLS, private windows of some browsers). */
export function registerServiceWorker(): Updates {
  const listeners = new Set<() => void>();
  let waiting = false;
  if (!('serviceWorker' in navigator))
    return { get: () => false, subscribe: () => () => undefined, apply: () => undefined };

  // The types of workbox-window know TrustedScriptURL only where the library of DOM types does.
  const workbox = new Workbox(scriptUrl('/sw.js') as string, { scope: '/', updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => {
    waiting = true;
    for (const listener of listeners) listener();
  });

  const look = (): void => {
    if (navigator.onLine && document.visibilityState === 'visible') void workbox.update().catch(() => undefined);
  };
  void workbox
    .register()
    .then(() => {
      document.addEventListener('visibilitychange', look);
      setInterval(look, hourMs);
    })
    // Refused (storage blocked, an untrusted certificate): the app works, only not from a cold start offline.
    .catch(() => undefined);

  return {
    get: () => waiting,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply() {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    },
  };
}
