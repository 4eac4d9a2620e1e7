/**
 * One server at a time in a data folder. The lock is a write lock on a small SQLite file, held as long as the process
 * lives: the operating system drops it with the process, however that ends, so there is no stale lock to recognise.
 * The file also names the holder's process, which others can read while the lock is held.
 */
import Database from 'better-sqlite3';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';

export interface Lock {
  release(): void;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError &&
  (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'));

function holderOf(db: Database.Database): string {
  try {
    const pid: unknown = db.prepare('SELECT pid FROM holder').pluck().get();
    return typeof pid === 'number' ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}

/** @param file path of the lock file. The lock is free again after `release` or the end of the process. */
export function holdLock(file: string, folder: string): Result<Lock, 'in-use'> {
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL); DELETE FROM holder;');
    db.prepare('INSERT INTO holder (pid) VALUES (?)').run(process.pid);
    db.exec('COMMIT; BEGIN IMMEDIATE;');
  } catch (error) {
    const holder = isBusy(error) ? holderOf(db) : '';
    db.close();
    if (!isBusy(error)) throw error;
    return refuse(
      'in-use',
      `The data folder ${folder} is in use by another TidyLab server${holder}. Use that one, stop it first, or choose another folder with --data.`,
    );
  }
  return ok({ release: () => db.close() });
}
