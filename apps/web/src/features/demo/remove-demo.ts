/** Removing the demo lab, from the server and from this device; the composition root hands it down. */
import type { Result } from '@tidylab/domain/kernel/result';
import { createContext, useContext } from 'react';
import { m } from '../../paraglide/messages.js';

export type RemoveDemoCode = 'signed-out' | 'not-allowed' | 'offline' | 'server';

/** On success the app moves on to the setup by itself. */
export type RemoveDemo = () => Promise<Result<void, RemoveDemoCode>>;

export const RemoveDemoContext = createContext<RemoveDemo | null>(null);

export function useRemoveDemo(): RemoveDemo {
  const remove = useContext(RemoveDemoContext);
  if (!remove) throw new Error('assertion failed: useRemoveDemo needs a RemoveDemoContext above it');
  return remove;
}

const refusals: Readonly<Record<RemoveDemoCode, () => string>> = {
  'signed-out': m.app_demo_signed_out,
  'not-allowed': m.app_demo_not_allowed,
  offline: m.app_demo_offline,
  server: m.app_sign_in_server,
};

export const refusalInWords = (code: RemoveDemoCode): string => refusals[code]();
