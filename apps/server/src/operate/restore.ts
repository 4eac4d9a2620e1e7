/**
 * Puts a backup in the place of what a data folder holds. Everything is made ready beside first: unpacked, migrated,
 * verified, each lab with a new epoch, every session ended. Then the files change places, under the server's own lock.
 *
 * A stop in between is finished by the next start: `restore.json` names the two folders, and a file that still lies in
 * the incoming one has not been moved yet.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { toHex } from '@tidylab/domain/kernel/bytes';
import { openAccountsDatabase } from '../db/accounts/open.ts';
import { filesOf, syncToDisk } from '../db/copies.ts';
import { rotateEpoch } from '../db/lab/epoch.ts';
import { openLabFile } from '../db/lab/open.ts';
import { prepareDataFolder, type FolderFault } from '../platform/data-folder.ts';
import { holdLock } from '../platform/lock.ts';
import { accountsName, type Manifest } from './archive/manifest.ts';
import { type ArchiveFault, readArchive } from './archive/read.ts';
import { accountsFile, labFile, lockFile, stampOf } from './folder.ts';
import { verifyFolder } from './verify/verify-folder.ts';
import type { Difference } from './verify/report.ts';

const note = 'restore.json';

export interface Restored {
  readonly manifest: Manifest;
  /** Where what was replaced lies; undefined when the folder was empty. */
  readonly replaced?: string;
}

export type RestoreFault = ArchiveFault | FolderFault | 'in-use' | 'differs';

interface Places {
  readonly incoming: string;
  readonly replaced: string;
}

function changePlaces(data: string, { incoming, replaced }: Places): void {
  mkdirSync(join(data, replaced), { recursive: true, mode: 0o700 });
  const move = (from: string, to: string): void => {
    if (existsSync(from)) renameSync(from, to);
  };
  for (const name of [accountsName, 'labs']) {
    const fresh = join(data, incoming, name);
    if (!existsSync(fresh)) continue;
    // What SQLite keeps beside a file goes with it: a log must not be read into another file.
    for (const path of filesOf(name).reverse()) move(join(data, path), join(data, replaced, path));
    renameSync(fresh, join(data, name));
  }
  syncToDisk(data);
  rmSync(join(data, note));
  rmSync(join(data, incoming), { recursive: true, force: true });
}

/** Finishes a restore that was stopped while the files changed places. The caller holds the lock of the folder. */
export function finishRestore(data: string): void {
  const file = join(data, note);
  if (existsSync(file)) changePlaces(data, JSON.parse(readFileSync(file, 'utf8')) as Places);
}

function makeReady(folder: string, { labs }: Manifest, newId: () => string): void {
  const accounts = openAccountsDatabase(accountsFile(folder));
  // A session that was ended since the backup must not live again.
  accounts.client.exec('DELETE FROM session; PRAGMA journal_mode = DELETE;');
  accounts.client.close();
  for (const { id } of labs) {
    const db = openLabFile(labFile(folder, id));
    const head = db.prepare('SELECT head FROM lab').pluck().get() as number;
    rotateEpoch(db, id, head, newId());
    db.pragma('journal_mode = DELETE');
    db.close();
  }
}

export interface RestoreOptions {
  readonly file: string;
  readonly data: string;
  readonly nowMs: number;
  readonly random: (bytes: number) => Uint8Array;
  /** Restores a copy that does not verify, because there is no better one. */
  readonly despiteDifferences: boolean;
  readonly differs: (difference: Difference) => void;
}

async function prepare(options: RestoreOptions, incoming: string): Promise<Result<Manifest, RestoreFault>> {
  const { file, random, despiteDifferences, differs } = options;
  const read = await readArchive(file, incoming);
  if (!read.ok) return refuse(read.code, `${file} is not restored: ${read.detail ?? read.code}. Nothing was changed.`);
  makeReady(incoming, read.value, () => toHex(random(8)));
  let found = 0;
  verifyFolder(incoming, read.value.labs, (difference) => {
    if (difference.kind === 'dangling') return;
    found++;
    differs(difference);
  });
  if (found === 0 || despiteDifferences) return ok(read.value);
  return refuse(
    'differs',
    `${file} is not restored: verifying it found ${found} differences. Restore an earlier backup, or this one with --despite-differences. Nothing was changed.`,
  );
}

async function restoreLocked(options: RestoreOptions): Promise<Result<Restored, RestoreFault>> {
  const { data, nowMs } = options;
  finishRestore(data);
  const stamp = stampOf(nowMs);
  const places: Places = { incoming: `restoring-${stamp}`, replaced: `replaced-${stamp}` };
  const incoming = join(data, places.incoming);
  rmSync(incoming, { recursive: true, force: true });
  try {
    const ready = await prepare(options, incoming);
    if (!ready.ok) return ready;
    const held = existsSync(accountsFile(data));
    writeFileSync(join(data, `${note}.new`), JSON.stringify(places), { mode: 0o600 });
    renameSync(join(data, `${note}.new`), join(data, note));
    syncToDisk(data);
    changePlaces(data, places);
    return ok({ manifest: ready.value, ...(held ? { replaced: join(data, places.replaced) } : {}) });
  } finally {
    if (!existsSync(join(data, note))) rmSync(incoming, { recursive: true, force: true });
  }
}

export async function restoreBackup(options: RestoreOptions): Promise<Result<Restored, RestoreFault>> {
  const { data } = options;
  const folder = prepareDataFolder(data);
  if (!folder.ok) return folder;
  const lock = holdLock(lockFile(data), data);
  if (!lock.ok) {
    const holder = /process (\d+)/.exec(lock.detail ?? '')?.[1];
    const which = holder === undefined ? '' : ` (process ${holder}; kill ${holder} stops it)`;
    return refuse('in-use', `A TidyLab server is running on ${data}${which}. Stop it first; nothing was changed.`);
  }
  try {
    return await restoreLocked(options);
  } finally {
    lock.value.release();
  }
}
