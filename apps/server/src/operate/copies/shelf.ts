/**
 * The copies that lie in a data folder. Beside each archive lies what is known of it, as JSON, written when it was
 * verified: an archive without it was never finished.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { syncToDisk } from '../../db/copies.ts';
import type { Backup } from '../backup.ts';
import { stampOf } from '../folder.ts';

const whole = z.number().check(z.int(), z.minimum(0));

export const copySchema = z.object({
  /** Name of the archive in the folder of copies. */
  name: z.string(),
  /** Unix ms: the moment that the copy shows. */
  madeAt: whole,
  bytes: whole,
  /** Differences that verifying it found; only a copy with none counts as safe. */
  differences: whole,
  labs: z.array(z.object({ id: z.string(), head: whole, chain: z.string() })),
});

export type Copy = z.infer<typeof copySchema>;

const ending = '.tar.gz';
const noteOf = (name: string): string => `${name}.json`;

function readCopy(folder: string, name: string): Copy | undefined {
  try {
    const parsed = z.safeParse(copySchema, JSON.parse(readFileSync(join(folder, noteOf(name)), 'utf8')));
    return parsed.success ? { ...parsed.data, name } : undefined;
  } catch {
    return undefined;
  }
}

/** What is on the shelf, newest first. */
export function copiesIn(folder: string): Copy[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  const copies = names.flatMap((name) => readCopy(folder, name) ?? []);
  return copies.sort((a, b) => b.madeAt - a.madeAt);
}

/** A name that is free in the folder, which is made when it is missing. */
export function freeName(folder: string, nowMs: number): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const taken = new Set(readdirSync(folder));
  for (let count = 1; ; count++) {
    const name = `tidylab-${stampOf(nowMs)}${count === 1 ? '' : `-${count}`}${ending}`;
    if (!taken.has(name)) return name;
  }
}

/** Puts down what is known of an archive that lies in the folder already. */
export function shelve(folder: string, name: string, { manifest, bytes, differences }: Backup): Copy {
  const labs = manifest.labs.map(({ id, head, chain }) => ({ id, head, chain }));
  const copy: Copy = { name, madeAt: manifest.madeAt, bytes, differences: differences.length, labs };
  const fresh = join(folder, `${noteOf(name)}.new`);
  writeFileSync(fresh, `${JSON.stringify(copy)}\n`, { mode: 0o600 });
  renameSync(fresh, join(folder, noteOf(name)));
  syncToDisk(folder);
  return copy;
}

export function discard(folder: string, name: string): void {
  rmSync(join(folder, noteOf(name)), { force: true });
  rmSync(join(folder, name), { force: true });
}

const strayAfterMs = 86_400_000;

/** Takes away what interrupted work left more than a day ago. */
export function sweep(folder: string, nowMs: number): void {
  if (!existsSync(folder)) return;
  const shelved = new Set(copiesIn(folder).flatMap(({ name }) => [name, noteOf(name)]));
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!shelved.has(name) && nowMs - statSync(path).mtimeMs > strayAfterMs) rmSync(path, { recursive: true });
  }
}
