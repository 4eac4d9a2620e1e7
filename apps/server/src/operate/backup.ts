/**
 * One file that holds everything a server knows: the accounts and every lab, each a copy of one moment, with a manifest.
 * Accounts are copied first: a lab's file is made before the accounts name it, so every lab that is named is there.
 * A backup counts only when it has been unpacked again and verified.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { copyDatabase, openToRead, syncToDisk } from '../db/copies.ts';
import { fileVersion } from '../db/migrate-file.ts';
import { VERSION } from '../version.ts';
import { accountsName, backupFormat, labName, type Manifest, manifestName } from './archive/manifest.ts';
import { readArchive } from './archive/read.ts';
import { type Content, writeArchive } from './archive/write.ts';
import { accountsFile, labFile } from './folder.ts';
import { labsOf, verifyFolder } from './verify/verify-folder.ts';
import type { Difference } from './verify/report.ts';

export interface Backup {
  readonly manifest: Manifest;
  readonly bytes: number;
  /** What verifying the copy found; empty when it is sound. Dangling references are left out: the copy is true to them. */
  readonly differences: readonly Difference[];
}

export type BackupFault = 'no-data' | 'exists' | 'unverified';

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function factsOf(path: string): Promise<{ bytes: number; sha256: string; version: number }> {
  const db = openToRead(path);
  const version = fileVersion(db);
  db.close();
  return { bytes: statSync(path).size, sha256: await sha256Of(path), version };
}

function headOf(path: string): { head: number; chain: string; epoch: string } {
  const db = openToRead(path);
  try {
    const sql = `SELECT head, chain, (SELECT id FROM epoch ORDER BY ordinal DESC LIMIT 1) AS epoch FROM lab`;
    return db.prepare(sql).get() as { head: number; chain: string; epoch: string };
  } finally {
    db.close();
  }
}

/** Copies a data folder's databases into another folder, as one backup has them. */
async function copyAll(data: string, folder: string, nowMs: number): Promise<Manifest> {
  mkdirSync(join(folder, 'labs'), { recursive: true, mode: 0o700 });
  const accounts = join(folder, accountsName);
  copyDatabase(accountsFile(data), accounts);
  const labs: Manifest['labs'] = [];
  for (const { id, name } of labsOf(folder)) {
    const copy = join(folder, labName(id));
    copyDatabase(labFile(data, id), copy);
    labs.push({ id, name, ...headOf(copy), ...(await factsOf(copy)) });
  }
  const facts = await factsOf(accounts);
  return { product: 'TidyLab', format: backupFormat, program: VERSION, madeAt: nowMs, accounts: facts, labs };
}

function contentsOf(manifest: Manifest, folder: string): Content[] {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const files = [{ name: accountsName, bytes: manifest.accounts.bytes }].concat(
    manifest.labs.map(({ id, bytes }) => ({ name: labName(id), bytes })),
  );
  return [
    { name: manifestName, bytes: text.length, from: text },
    ...files.map(({ name, bytes }) => ({ name, bytes, from: join(folder, name) })),
  ];
}

/** Runs `work` with a folder of its own beside `target`, on the same disk, which is gone afterwards. */
async function withWorkFolder<T>(target: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(`${target}.work-`);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unpacks what was written and looks at it as at a stranger's. */
async function verifyWritten(file: string, folder: string): Promise<Result<Difference[], 'unverified'>> {
  const again = await readArchive(file, folder);
  if (!again.ok) return refuse('unverified', `The backup that was written cannot be read back: ${again.detail ?? ''}.`);
  const found: Difference[] = [];
  verifyFolder(folder, again.value.labs, (difference) => {
    if (difference.kind !== 'dangling' && found.length < 1000) found.push(difference);
  });
  return ok(found);
}

/** Makes a backup beside a running server. The file is at `target` only when it was read back whole. */
export async function makeBackup(data: string, target: string, nowMs: number): Promise<Result<Backup, BackupFault>> {
  if (!existsSync(accountsFile(data)))
    return refuse(
      'no-data',
      `There is nothing to back up: ${data} holds no data of TidyLab. Name the folder with --data.`,
    );
  if (existsSync(target))
    return refuse('exists', `${target} is there already. Choose another name; nothing was changed.`);
  mkdirSync(dirname(target), { recursive: true });
  return withWorkFolder(target, async (work): Promise<Result<Backup, BackupFault>> => {
    const copies = join(work, 'copies');
    const manifest = await copyAll(data, copies, nowMs);
    const written = join(work, 'written.tar.gz');
    await writeArchive(written, contentsOf(manifest, copies), nowMs);
    rmSync(copies, { recursive: true });
    const verified = await verifyWritten(written, join(work, 'again'));
    if (!verified.ok) return verified;
    renameSync(written, target);
    syncToDisk(dirname(target));
    return ok({ manifest, bytes: statSync(target).size, differences: verified.value });
  });
}
