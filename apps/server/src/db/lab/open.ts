/** Opens a lab's file as its single writer: WAL, `synchronous=FULL`, so that a commit that was answered is on disk. */
import Database from 'better-sqlite3';
import { migrateFile } from '../migrate-file.ts';
import { labMigrations, type Migration } from './migrations.ts';

export type Db = Database.Database;

/** A file of a newer version is left alone: an older program must not write what it does not understand. */
export class NewerFile extends Error {
  constructor(path: string, found: number, known: number) {
    super(`${path} was written by a newer TidyLab (file version ${found}, this one knows ${known})`);
    this.name = 'NewerFile';
  }
}

/** The version of the file, when it is one that the migrations know. */
function refuseNewer(db: Db, migrations: readonly Migration[]): number {
  const at = db.pragma('user_version', { simple: true }) as number;
  const known = migrations.at(-1)?.version ?? 0;
  if (at > known) throw new NewerFile(db.name, at, known);
  return at;
}

export function migrate(db: Db, migrations: readonly Migration[], target: number): void {
  const at = refuseNewer(db, migrations);
  const steps =
    target >= at
      ? migrations.filter((step) => step.version > at && step.version <= target).map((step) => [step.up, step.version])
      : migrations
          .filter((step) => step.version > target && step.version <= at)
          .reverse()
          .map((step) => [step.down, step.version - 1]);
  for (const [sql, version] of steps) {
    db.transaction(() => {
      db.exec(sql as string);
      db.pragma(`user_version = ${version}`);
    })();
  }
}

/** A file that holds a lab is copied before it is migrated, and put back when that fails (MigrationFailed). */
export function openLabFile(path: string, migrations: readonly Migration[] = labMigrations): Db {
  const db = new Database(path);
  try {
    refuseNewer(db, migrations);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 5000');
    const newest = migrations.at(-1)?.version ?? 0;
    migrateFile(db, { newest, migrate: (file) => migrate(file, migrations, newest) });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
