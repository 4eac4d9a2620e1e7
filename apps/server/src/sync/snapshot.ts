/**
 * Snapshots (SPEC F10): what every device would hold at one seq, in chunks of stored text, read in one read transaction
 * on a connection of its own while the writer goes on. One is built when a device asks and the newest is too far behind;
 * who asks meanwhile waits for the same one.
 */
import type { SnapshotManifest } from '@tidylab/sync/protocol/messages';
import { limits as protocolLimits, protocolMinor } from '@tidylab/sync/protocol/version';
import type { ChangeLog } from './change-log.ts';
import { scopeId } from './scope.ts';
import { SnapshotFiles, type StoredSnapshot } from './snapshot-files.ts';
import { buildSnapshot } from './snapshot.sqlite.ts';

export interface SnapshotLimits {
  /** Parts in a chunk. */
  readonly chunkRows: number;
  /** A snapshot that is further behind the head than this is not handed out any more. */
  readonly refreshRows: number;
  /** How long a snapshot is kept after a newer one took its place. */
  readonly keepMs: number;
  /** How far back the postings reach. */
  readonly windowMs: number;
  /** Rows of the feed that are kept at least; the older ones go when every kept snapshot is newer. */
  readonly feedRowsKept: number;
}

const dayMs = 86_400_000;
export const defaultSnapshotLimits: SnapshotLimits = {
  chunkRows: protocolLimits.chunkRows,
  refreshRows: 1_000,
  keepMs: 7 * dayMs,
  windowMs: 90 * dayMs,
  feedRowsKept: Number.POSITIVE_INFINITY,
};

export interface Snapshots {
  /** A snapshot of the current epoch, for one device. */
  manifest(dev: string): Promise<SnapshotManifest>;
  /** The gzipped NDJSON of a chunk of the current epoch, or undefined when it is not kept any more. */
  chunk(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

export interface SnapshotConfig {
  readonly lab: string;
  readonly log: ChangeLog;
  /** The lab's file. */
  readonly file: string;
  /** Where its snapshots are kept. */
  readonly folder: string;
  readonly now: () => number;
  readonly limits: SnapshotLimits;
}

export function openSnapshots(config: SnapshotConfig): Snapshots {
  const { log, folder, limits, now } = config;
  let building: Promise<StoredSnapshot> | null = null;
  const epochNow = (): string => log.epochs().at(-1)?.id ?? '';
  const build = async (): Promise<StoredSnapshot> => {
    const files = new SnapshotFiles(folder, epochNow());
    const { file } = config;
    const { chunkRows, windowMs } = limits;
    const nowMs = now();
    const snapshot = await buildSnapshot({ file, nowMs, sinceMs: nowMs - windowMs, chunkRows }, files);
    files.put(snapshot);
    files.sweep(now(), limits.keepMs);
    trimFeed(log, files, limits.feedRowsKept);
    return snapshot;
  };
  const current = async (): Promise<StoredSnapshot> => {
    const [newest] = new SnapshotFiles(folder, epochNow()).list();
    const fresh = newest?.scopeId === scopeId && log.head().seq - newest.seq <= limits.refreshRows;
    if (newest && fresh) return newest;
    building ??= build().finally(() => {
      building = null;
    });
    return building;
  };
  return {
    async manifest(dev) {
      const { asOfSeq, epoch, windowSeq, windowEff, chunks, seq } = await current();
      return {
        proto: protocolMinor,
        lab: config.lab,
        asOfSeq,
        epoch,
        scopeId,
        windowSeq,
        windowEff,
        ackN: log.ackAt(dev, seq),
        open: log.openAt(dev, seq),
        chunks,
      };
    },
    chunk: (sha256) => new SnapshotFiles(folder, epochNow()).chunk(sha256),
  };
}

/** The feed is transport: what lies below every snapshot that may still be in use is needed by nobody (SPEC F11). */
function trimFeed(log: ChangeLog, files: SnapshotFiles, rowsKept: number): void {
  const least = Math.min(...files.list().map(({ seq }) => seq));
  const floor = Math.min(log.head().seq - rowsKept, least);
  if (floor > log.floor()) log.transaction(() => log.raiseFloor(floor));
}
