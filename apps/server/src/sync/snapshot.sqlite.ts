/** Reads a snapshot from a lab's file: stored text, in one read transaction, on a connection of its own. */
import { createHash } from 'node:crypto';
import { writeCursor } from '@tidylab/sync/protocol/cursor';
import { ChunkWriter, type FinishedChunk, inOrderOfUse } from '@tidylab/sync/protocol/chunk';
import type { SnapshotManifest } from '@tidylab/sync/protocol/messages';
import { limits } from '@tidylab/sync/protocol/version';
import Database from 'better-sqlite3';
import type { Db } from '../db/lab/open.ts';
import { scopeId } from './scope.ts';
import type { SnapshotFiles, StoredSnapshot } from './snapshot-files.ts';

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

export interface SnapshotOf {
  /** The lab's file. */
  readonly file: string;
  readonly nowMs: number;
  /** Postings that last changed earlier are left out. */
  readonly sinceMs: number;
  readonly chunkRows: number;
}

export async function buildSnapshot(of: SnapshotOf, files: SnapshotFiles): Promise<StoredSnapshot> {
  const { file, nowMs, sinceMs, chunkRows } = of;
  const db = new Database(file, { readonly: true });
  try {
    db.exec('BEGIN');
    const { head, chain } = db.prepare('SELECT head, chain FROM lab').get() as { head: number; chain: string };
    const epoch = db.prepare('SELECT id FROM epoch ORDER BY ordinal DESC LIMIT 1').pluck().get() as string;
    const window = windowOf(db, sinceMs);
    const chunks: SnapshotManifest['chunks'] = [];
    for (const { kind, key, rows, text } of chunksOf(db, window.windowSeq, chunkRows)) {
      const sha256 = createHash('sha256').update(text).digest('hex');
      await files.putChunk(sha256, text);
      chunks.push({ sha256, kind, key, rows, bytes: Buffer.byteLength(text) });
    }
    return { seq: head, asOfSeq: writeCursor(head, chain), epoch, scopeId, ...window, chunks, builtMs: nowMs };
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
    const chunk = new ChunkWriter(chunkRows, limits.chunkBytesTarget);
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
