/**
 * Snapshots on disk, beside the lab's file and under their epoch: gzipped chunks named by the SHA-256 of their text,
 * and for each snapshot one JSON that names them, written last. A process that dies in between leaves chunks that
 * nothing names; the next snapshot uses or removes them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { SnapshotManifest } from '@tidylab/sync/protocol/messages';

/** What all devices get alike. */
export interface StoredSnapshot
  extends Pick<SnapshotManifest, 'asOfSeq' | 'epoch' | 'scopeId' | 'windowSeq' | 'windowEff' | 'chunks'> {
  readonly seq: number;
  readonly builtMs: number;
}

const zip = promisify(gzip);
export const unzip: (zipped: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>> = promisify(gunzip);

const isName = (sha256: string): boolean => /^[0-9a-f]{64}$/.test(sha256);

/** Whole or not at all under its name. */
function writeWhole(path: string, data: string | Uint8Array): void {
  writeFileSync(`${path}.part`, data, { flush: true });
  renameSync(`${path}.part`, path);
}

/** The snapshots of one epoch. */
export class SnapshotFiles {
  constructor(
    private readonly root: string,
    private readonly epoch: string,
  ) {}

  get #folder(): string {
    return join(this.root, this.epoch);
  }

  #chunk(sha256: string): string {
    return join(this.#folder, `${sha256}.ndjson.gz`);
  }

  /** Newest first. */
  list(): StoredSnapshot[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(this.#folder, name), 'utf8')) as StoredSnapshot)
      .sort((a, b) => b.seq - a.seq);
  }

  async putChunk(sha256: string, text: string): Promise<void> {
    const path = this.#chunk(sha256);
    if (existsSync(path)) return;
    mkdirSync(this.#folder, { recursive: true });
    writeWhole(path, await zip(text));
  }

  put(snapshot: StoredSnapshot): void {
    mkdirSync(this.#folder, { recursive: true });
    writeWhole(join(this.#folder, `${snapshot.seq}.json`), JSON.stringify(snapshot));
  }

  /** The gzipped chunk; a snapshot that has lost one is forgotten, so that the next device gets a whole one. */
  async chunk(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!isName(sha256)) return undefined;
    try {
      return await readFile(this.#chunk(sha256));
    } catch {
      for (const { seq, chunks } of this.list())
        if (chunks.some((chunk) => chunk.sha256 === sha256)) rmSync(join(this.#folder, `${seq}.json`), { force: true });
      return undefined;
    }
  }

  /** Removes what was replaced by a newer snapshot longer than `keepMs` ago, in this epoch and the earlier ones. */
  sweep(nowMs: number, keepMs: number): void {
    const kept = new Set<string>();
    let newerBuiltMs: number | null = null;
    for (const snapshot of this.list()) {
      const isOld: boolean = newerBuiltMs !== null && newerBuiltMs + keepMs < nowMs;
      newerBuiltMs = snapshot.builtMs;
      if (isOld) rmSync(join(this.#folder, `${snapshot.seq}.json`), { force: true });
      else for (const { sha256 } of snapshot.chunks) kept.add(`${sha256}.ndjson.gz`);
    }
    for (const name of readdirSync(this.#folder))
      if (!name.endsWith('.json') && !kept.has(name)) rmSync(join(this.#folder, name), { force: true });
    for (const epoch of readdirSync(this.root)) {
      const newest = epoch === this.epoch ? undefined : new SnapshotFiles(this.root, epoch).list()[0];
      if (newest && newest.builtMs + keepMs < nowMs) rmSync(join(this.root, epoch), { recursive: true, force: true });
    }
  }
}
