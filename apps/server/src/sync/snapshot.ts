/**
 * Snapshots (SPEC F10): what every device would hold at one seq, in chunks of stored text, read in one read transaction
 * on a connection of its own while the writer goes on. One is built when a device asks and the newest is too far behind;
 * who asks meanwhile waits for the same one.
 */
import { createHash } from 'node:crypto';
import { writeCursor } from '@tidylab/sync/protocol/cursor';
import { ChunkWriter, type FinishedChunk, inOrderOfUse } from '@tidylab/sync/protocol/chunk';
import type { SnapshotManifest } from '@tidylab/sync/protocol/messages';
import { limits as protocolLimits, protocolMinor } from '@tidylab/sync/protocol/version';
import Database from 'better-sqlite3';
import type { Db } from '../db/lab/open.ts';
import type { ChangeLog } from './change-log.ts';
import { scopeId } from './scope.ts';
import { SnapshotFiles, type StoredSnapshot } from './snapshot-files.ts';

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
    const snapshot = await buildSnapshot(config, files);
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

interface Window {
  readonly windowSeq: number;
  readonly windowEff: string;
}

/** Postings that last changed before it are left out; with none to leave out the ledger is whole, and it is 0. */
function windowOf(db: Db, beforeMs: number): Window {
  const older = db
    .prepare('SELECT coalesce(max(seq), 0) FROM op WHERE received_at < ?')
    .pluck()
    .get(beforeMs) as number;
  const eff = db
    .prepare(`SELECT max(value ->> '$.eff') FROM part WHERE kind = 'posting' AND seq <= ?`)
    .pluck()
    .get(older) as string | null;
  return eff === null ? { windowSeq: 0, windowEff: '0'.repeat(16) } : { windowSeq: older + 1, windowEff: eff };
}

async function buildSnapshot({ file, now, limits }: SnapshotConfig, files: SnapshotFiles): Promise<StoredSnapshot> {
  const db = new Database(file, { readonly: true });
  try {
    db.exec('BEGIN');
    const { head, chain } = db.prepare('SELECT head, chain FROM lab').get() as { head: number; chain: string };
    const epoch = db.prepare('SELECT id FROM epoch ORDER BY ordinal DESC LIMIT 1').pluck().get() as string;
    const window = windowOf(db, now() - limits.windowMs);
    const chunks: SnapshotManifest['chunks'] = [];
    for (const { kind, key, rows, text } of chunksOf(db, window.windowSeq, limits.chunkRows)) {
      const sha256 = createHash('sha256').update(text).digest('hex');
      await files.putChunk(sha256, text);
      chunks.push({ sha256, kind, key, rows, bytes: Buffer.byteLength(text) });
    }
    return { seq: head, asOfSeq: writeCursor(head, chain), epoch, scopeId, ...window, chunks, builtMs: now() };
  } finally {
    db.close();
  }
}

/** A few rows at a time, so that the connection is free whenever the caller waits for a chunk to be written. */
function* chunksOf(db: Db, windowSeq: number, chunkRows: number): Generator<FinishedChunk> {
  const kinds = db.prepare('SELECT DISTINCT kind FROM part').pluck().all() as string[];
  const after = db.prepare(
    `SELECT key, value FROM part WHERE kind = @kind AND key > @key AND (@kind <> 'posting' OR seq >= @windowSeq)
     ORDER BY key LIMIT @rows`,
  );
  for (const kind of inOrderOfUse(kinds)) {
    const chunk = new ChunkWriter(chunkRows, protocolLimits.chunkBytesTarget);
    for (let key = '', full = true; full; ) {
      const rows = after.all({ kind, key, windowSeq, rows: chunkRows }) as { key: string; value: string }[];
      for (const row of rows) {
        const done = chunk.put(kind, row.key, row.value);
        if (done) yield done;
      }
      key = rows.at(-1)?.key ?? key;
      full = rows.length === chunkRows;
    }
    const rest = chunk.end();
    if (rest) yield rest;
  }
}
