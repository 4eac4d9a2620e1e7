/**
 * Copies of database files. A copy is taken by a reader's own connection, so it is one moment of the file, and a
 * server that writes meanwhile neither waits nor notices.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export type Db = Database.Database;

/** A connection that cannot write, for looking at a file that a server may hold. The caller closes it. */
export function openToRead(file: string): Db {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 5000');
  return db;
}

/** What was written at this path is on disk when this returns. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The copy at `target` is whole and on disk, or not there. @param target an earlier file of that name is replaced. */
export function copyDatabase(file: string, target: string): void {
  const unfinished = `${target}.new`;
  rmSync(unfinished, { force: true });
  const db = openToRead(file);
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    db.close();
  }
  syncToDisk(unfinished);
  renameSync(unfinished, target);
  syncToDisk(dirname(target));
}

/** The files of a database: itself and what SQLite keeps beside it. */
export const filesOf = (file: string): string[] => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`];

/** Puts a copy in the place of a file that nobody has open. The copy itself stays. */
export function putBack(copy: string, file: string): void {
  const fresh = `${file}.back`;
  copyDatabase(copy, fresh);
  // A log of the file that is replaced must not be read into the one that comes.
  for (const path of filesOf(file).slice(1)) if (existsSync(path)) rmSync(path);
  renameSync(fresh, file);
  syncToDisk(dirname(file));
}
