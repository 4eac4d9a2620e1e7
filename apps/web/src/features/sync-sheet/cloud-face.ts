/** What the cloud in the header shows: one state, one number. Pure, so that every state is tested without a screen. */
import type { SyncPhase, SyncStatus } from '../../sync/index.ts';

export interface CloudFace {
  readonly phase: SyncPhase;
  /** Changes the state is about: to send, being sent, or in need of a person. */
  readonly count: number;
  /** Since when exchanges fail, Unix ms. */
  readonly sinceMs: number | null;
  readonly tone: 'calm' | 'busy' | 'warn';
}

export function cloudFace(status: SyncStatus): CloudFace {
  const { phase, unsent, rejected, parked } = status;
  const face = { phase, count: unsent, sinceMs: null };
  if (phase === 'attention') return { ...face, count: rejected + parked, tone: 'warn' };
  if (phase === 'locked') return { ...face, count: unsent + parked, tone: 'warn' };
  if (phase === 'offline') return { ...face, sinceMs: status.offlineSinceMs, tone: 'busy' };
  return { ...face, tone: phase === 'synced' ? 'calm' : 'busy' };
}
