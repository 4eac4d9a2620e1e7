/** New versions of the app. Only the built app has a service worker. */
import { type Updates, registerServiceWorker } from '../platform/service-worker/register.ts';

const none: Updates = { get: () => false, subscribe: () => () => undefined, apply: () => undefined };

export const updates: Updates = import.meta.env.PROD ? registerServiceWorker() : none;
