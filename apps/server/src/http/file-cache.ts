/**
 * The files of one folder, held in memory in the encodings that were asked for. A file that changed on disk (another
 * build) is read again. Only files inside the folder exist, wherever links point.
 */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { encode, type Encoding } from './encodings.ts';
import { mediaOf } from './media-types.ts';

export interface Representation {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Strong, one for each encoding. */
  readonly etag: string;
  readonly encoding: Encoding;
  /** Whether another Accept-Encoding could have been answered otherwise. */
  readonly varies: boolean;
}

export type FileCache = (path: string, encoding: Encoding) => Promise<Representation | undefined>;

interface Held {
  readonly stamp: string;
  readonly byEncoding: Map<Encoding, Promise<Representation>>;
}

/** Below this many bytes compression saves nothing worth its header. */
const smallest = 1024;
const filesMax = 1000;

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'].includes(String(error.code));

async function represent(file: string, size: number, wanted: Encoding): Promise<Representation> {
  const media = mediaOf(file);
  const bytes = await readFile(file);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const varies = media?.text === true && size >= smallest;
  const encoding = varies ? wanted : 'identity';
  const type = media?.type ?? 'application/octet-stream';
  if (encoding === 'identity') return { type, bytes, etag: `"${hash}"`, encoding, varies };
  const built = await readFile(`${file}.${encoding === 'br' ? 'br' : 'gz'}`).catch(() => undefined);
  return { type, bytes: built ?? (await encode(bytes, encoding)), etag: `"${hash}-${encoding}"`, encoding, varies };
}

/** @param root an existing folder. Paths begin with `/`, are decoded, and hold no `..`. */
export function createFileCache(root: string): FileCache {
  const inside = realpathSync(root) + sep;
  const held = new Map<string, Held>();

  const locate = async (path: string): Promise<{ file: string; stamp: string; size: number } | undefined> => {
    try {
      const file = await realpath(join(inside, path));
      const found = await stat(file);
      if (!file.startsWith(inside) || !found.isFile() || mediaOf(file) === undefined) return undefined;
      return { file, stamp: `${found.ino}:${found.mtimeMs}:${found.size}`, size: found.size };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };

  return async (path, encoding) => {
    const found = await locate(path);
    if (found === undefined) return undefined;
    const { file, stamp, size } = found;
    const known = held.get(file);
    const entry: Held = known?.stamp === stamp ? known : { stamp, byEncoding: new Map() };
    if (entry !== known) held.set(file, entry);
    if (held.size > filesMax) held.clear();
    const kept = entry.byEncoding.get(encoding);
    if (kept !== undefined) return kept;
    const fresh = represent(file, size, encoding);
    entry.byEncoding.set(encoding, fresh);
    fresh.catch(() => entry.byEncoding.delete(encoding));
    return fresh;
  };
}
