/** React's side of the replica: the lab of this screen, and selectors that follow it. */
import type { Replica } from '@tidylab/sync/replica/replica';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { LabClient } from './lab-client.ts';

const LabContext = createContext<LabClient | null>(null);

export function LabProvider({ client, children }: { client: LabClient; children: ReactNode }) {
  return <LabContext value={client}>{children}</LabContext>;
}

export function useLab(): LabClient {
  const client = useContext(LabContext);
  if (!client) throw new Error('assertion failed: useLab needs a LabProvider above it');
  return client;
}

/** Reads the replica and reads again after each change of it. `keys` are what the selector depends on besides. */
export function useLive<T>(select: (replica: Replica) => T, keys: readonly unknown[]): T {
  const { replica } = useLab();
  const subscribe = useCallback((listener: () => void) => replica.subscribe(listener), [replica]);
  const version = useSyncExternalStore(subscribe, () => replica.version);
  // The caller knows what its selector reads; the replica knows when that changed.
  return useMemo(() => select(replica), [replica, version, ...keys]);
}
