/** Takes a database up or down its list of migrations, each step in one transaction together with its number. */
import type Database from 'better-sqlite3';
import { assert } from '@tidylab/domain/kernel/assert';
import { migrations as all, type Migration } from './migrations.ts';

export function versionOf(db: Database.Database): number {
  const version: unknown = db.pragma('user_version', { simple: true });
  assert(typeof version === 'number', 'user_version is a number');
  return version;
}

/** @param to how many steps the database has taken afterwards. */
export function migrate(db: Database.Database, to = all.length, migrations: readonly Migration[] = all): void {
  assert(to >= 0 && to <= migrations.length, `there is no version ${to}`);
  const step = (sql: string, version: number): void =>
    db
      .transaction(() => {
        db.exec(sql);
        db.pragma(`user_version = ${version}`);
      })
      .immediate();
  for (let version = versionOf(db); version < to; version++) step(migrations[version]?.up ?? '', version + 1);
  for (let version = versionOf(db); version > to; version--) step(migrations[version - 1]?.down ?? '', version - 1);
}
