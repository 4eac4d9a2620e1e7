/** Before each pull: the base is of the server's history and not too far behind, else it comes anew (SPEC F12, N3). */
import { feedStart } from '@tidylab/sync/protocol/cursor';
import { type Manifest, segmentFormat } from '@tidylab/sync/protocol/stored';
import { limits } from '@tidylab/sync/protocol/version';
import type { BaseKeeper } from './base-keeper.ts';
import type { History } from './history.ts';
import { type SnapshotDeps, type SnapshotOutcome, takeSnapshot } from './take-snapshot.ts';

export interface EngineLimits {
  /** Behind by more rows than this, the base comes by snapshot. */
  readonly behindRowsMax: number;
  /** More pages than this are folded into chunks when nothing else is to do. */
  readonly foldPagesMax: number;
  readonly chunkRows: number;
}

export const usualLimits: EngineLimits = {
  behindRowsMax: limits.behindRowsMax,
  foldPagesMax: 64,
  chunkRows: limits.chunkRows,
};

/** `swept` is asked for when segments of an older base may be left over. */
export async function ensureBase(
  deps: SnapshotDeps,
  history: History,
  { behindRowsMax }: EngineLimits,
  swept: () => void,
): Promise<SnapshotOutcome> {
  const { keeper, replica, ports } = deps;
  const held = keeper.manifest;
  const seq = history.isOf(held) ? replica.position.seq : 0;
  const isBehind = history.head - seq > behindRowsMax || seq < history.floor;
  const isFresh = held === null && !keeper.damaged;
  if (isFresh && !isBehind) await startAtTheBeginning(keeper, ports.outbox.stream.lab, history);
  if ((isFresh || (history.isOf(held) && !keeper.damaged)) && !isBehind) return { ok: true };
  const outcome = await takeSnapshot(deps, history);
  if (outcome.ok) {
    history.caughtUp();
    swept();
  }
  return outcome;
}

function startAtTheBeginning(keeper: BaseKeeper, lab: string, { epoch, line, scopeId }: History): Promise<void> {
  const first: Manifest = {
    gen: 1,
    fmt: segmentFormat,
    lab,
    epoch,
    scopeId,
    start: feedStart,
    windowSeq: 0,
    windowEff: '0'.repeat(16),
    ackN: null,
    open: [],
    chunks: [],
    ...(line === epoch ? {} : { line }),
  };
  return keeper.start(first);
}
