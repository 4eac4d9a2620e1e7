/** React's side of the sync driver. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { SyncStatus } from './status.ts';

export interface SyncControl {
  status(): SyncStatus;
  subscribe(listener: () => void): () => void;
  /** Tries an exchange at once, whatever the backoff says. */
  sendNow(): void;
}

const SyncContext = createContext<SyncControl | null>(null);

export function SyncProvider({ control, children }: { control: SyncControl; children: ReactNode }) {
  return <SyncContext value={control}>{children}</SyncContext>;
}

export function useSyncControl(): SyncControl {
  const control = useContext(SyncContext);
  if (!control) throw new Error('assertion failed: useSyncControl needs a SyncProvider above it');
  return control;
}

export function useSyncStatus(): SyncStatus {
  const control = useSyncControl();
  return useSyncExternalStore(
    (listener) => control.subscribe(listener),
    () => control.status(),
  );
}
