/** Writes an archive as a stream: no file is ever in memory as a whole. */
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { syncToDisk } from '../../db/copies.ts';
import { blockBytes, padding, writeHead } from './tar.ts';

export interface Content {
  readonly name: string;
  readonly bytes: number;
  /** The path of a file of that size, or the bytes themselves. */
  readonly from: string | Uint8Array;
}

async function* blocks(contents: readonly Content[], timeMs: number): AsyncGenerator<Uint8Array> {
  for (const { name, bytes, from } of contents) {
    yield writeHead({ name, bytes }, timeMs);
    if (typeof from === 'string') for await (const chunk of createReadStream(from)) yield chunk as Buffer;
    else yield from;
    yield Buffer.alloc(padding(bytes));
  }
  yield Buffer.alloc(2 * blockBytes);
}

/** The file is readable by its owner only, and on disk when this resolves. @param target is written over. */
export async function writeArchive(target: string, contents: readonly Content[], timeMs: number): Promise<void> {
  const file = createWriteStream(target, { mode: 0o600 });
  await pipeline(Readable.from(blocks(contents, timeMs)), createGzip({ level: 6 }), file);
  syncToDisk(target);
}
