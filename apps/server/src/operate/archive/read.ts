/**
 * Unpacks a backup into a folder, as a stream. Only the names that a backup has are written, and each file must have the
 * size and the hash that the manifest gives it: anything else is not a backup of ours, or a damaged one.
 */
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { accountsName, labName, type Manifest, manifestName, readManifest } from './manifest.ts';
import { blockBytes, padding, readHead } from './tar.ts';

export type ArchiveFault = 'no-such-file' | 'not-a-backup' | 'newer-backup' | 'damaged-backup';

class Unreadable extends Error {
  constructor(
    readonly code: ArchiveFault,
    readonly detail: string,
  ) {
    super(detail);
  }
}

const manifestBytesMax = 16 * 1024 * 1024;

/** Hands out exact numbers of bytes of a stream of chunks. */
class Bytes {
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** Calls `take` with the next `bytes`, in pieces. */
  async each(bytes: number, take: (piece: Buffer) => void | Promise<unknown>): Promise<void> {
    for (let left = bytes; left > 0; ) {
      if (this.held.length === 0) {
        const next = await this.chunks.next();
        if (next.done === true) throw new Unreadable('damaged-backup', 'it ends too early');
        this.held = next.value;
      }
      const piece = this.held.subarray(0, left);
      this.held = this.held.subarray(piece.length);
      left -= piece.length;
      await take(piece);
    }
  }

  async read(bytes: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    await this.each(bytes, (piece) => void pieces.push(piece));
    return Buffer.concat(pieces);
  }

  skip = (bytes: number): Promise<void> => this.each(bytes, () => undefined);
}

async function writeMember(bytes: Bytes, size: number, path: string): Promise<string> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file: FileHandle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  try {
    await bytes.each(size, (piece) => {
      hash.update(piece);
      return file.writeFile(piece);
    });
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

async function manifestOf(bytes: Bytes): Promise<Manifest> {
  const head = readHead(await bytes.read(blockBytes));
  if (head === undefined || head === 'end' || head.name !== manifestName || head.bytes > manifestBytesMax)
    throw new Unreadable('not-a-backup', 'it does not begin with a manifest');
  const manifest = readManifest((await bytes.read(head.bytes)).toString('utf8'));
  await bytes.skip(padding(head.bytes));
  if (manifest === 'not-a-backup') throw new Unreadable(manifest, 'its manifest is not one of TidyLab');
  if (manifest === 'newer-backup') throw new Unreadable(manifest, 'a newer version of TidyLab wrote it');
  return manifest;
}

async function unpack(bytes: Bytes, folder: string): Promise<Manifest> {
  const manifest = await manifestOf(bytes);
  const due = new Map([
    [accountsName, manifest.accounts],
    ...manifest.labs.map((lab) => [labName(lab.id), lab] as const),
  ]);
  for (;;) {
    const head = readHead(await bytes.read(blockBytes));
    if (head === 'end') break;
    const expected = head && due.get(head.name);
    if (head === undefined || expected === undefined)
      throw new Unreadable('damaged-backup', `it holds ${head?.name ?? 'something'} that its manifest does not name`);
    const sha256 = head.bytes === expected.bytes ? await writeMember(bytes, head.bytes, join(folder, head.name)) : '';
    if (sha256 !== expected.sha256)
      throw new Unreadable('damaged-backup', `${head.name} in it is not what was written: its SHA-256 differs`);
    await bytes.skip(padding(head.bytes));
    due.delete(head.name);
  }
  const [absent] = due.keys();
  if (absent !== undefined) throw new Unreadable('damaged-backup', `${absent} is missing in it`);
  return manifest;
}

/** @param folder an empty folder; what is in it after a refusal is worth nothing. */
export async function readArchive(file: string, folder: string): Promise<Result<Manifest, ArchiveFault>> {
  const gunzip = createGunzip();
  const feeding = pipeline(createReadStream(file), gunzip).catch((error: unknown) => error);
  try {
    return ok(await unpack(new Bytes(gunzip as AsyncIterable<Buffer>), folder));
  } catch (error) {
    gunzip.destroy();
    if (error instanceof Unreadable) return refuse(error.code, error.detail);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const source = await feeding;
    if (
      source instanceof Error &&
      'code' in source &&
      source.code === 'ENOENT' &&
      'path' in source &&
      source.path === file
    )
      return refuse('no-such-file', 'there is no such file');
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') {
      const begun = code === 'Z_BUF_ERROR' || !String(error).includes('header');
      return begun ? refuse('damaged-backup', 'it cannot be unpacked') : refuse('not-a-backup', 'it is not a .tar.gz');
    }
    throw error;
  }
}
