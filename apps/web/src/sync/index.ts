/** The public face of sync for features: its status and two things a person may ask for. */
export type { SyncPhase, SyncStatus } from './status.ts';
export { useSyncControl, useSyncStatus } from './use-sync.tsx';
