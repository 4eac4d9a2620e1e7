/** What the sync loop says of itself to screens. `contactMs` is the truth about the network; `navigator.onLine` a hint. */
export type SyncPhase = 'starting' | 'synced' | 'to-send' | 'sending' | 'offline' | 'attention' | 'locked';

export interface SyncStatus {
  readonly phase: SyncPhase;
  /** Own ops without a result. */
  readonly unsent: number;
  readonly unsentByType: Readonly<Record<string, number>>;
  /** When the oldest of them was recorded, Unix ms. */
  readonly oldestUnsentMs: number | null;
  /** The last exchange that succeeded, Unix ms. */
  readonly contactMs: number | null;
  /** Since when exchanges fail, Unix ms; null while they succeed. */
  readonly offlineSinceMs: number | null;
  /** Own ops that ended rejected or wait for a grant. */
  readonly rejected: number;
  readonly parked: number;
  /** Why the last exchange failed: `network`, `not-our-server`, `signed-out`, `server`, `storage-full`, `new-stream-needed`. */
  readonly problem: string | null;
  /** False until the first page arrived on a new device. */
  readonly hasData: boolean;
}
