/**
 * Migrations of a whole data folder. A failed one leaves every file as it was, those that had gone well included, so that
 * the program before this one starts on the folder. The check does the same to copies and says what it would change.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { migrations as accountsMigrations } from '../db/accounts/migrations.ts';
import { openAccountsDatabase } from '../db/accounts/open.ts';
import { copyDatabase, type Db, openToRead, putBack } from '../db/copies.ts';
import { copyName, fileVersion } from '../db/migrate-file.ts';
import { labMigrations } from '../db/lab/migrations.ts';
import { openLabFile } from '../db/lab/open.ts';
import { accountsFile, copiesFolder, labFile, labsFolder } from './folder.ts';
import type { Difference, LabFigures } from './verify/report.ts';
import { labsOf, verifyFolder } from './verify/verify-folder.ts';

interface MigratedFile {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

function readFrom<T>(file: string, read: (db: Db) => T): T {
  const db = openToRead(file);
  try {
    return read(db);
  } finally {
    db.close();
  }
}

function openAndClose(file: string): void {
  if (basename(file) === basename(accountsFile(''))) openAccountsDatabase(file).client.close();
  else openLabFile(file).close();
}

function migrateOne(file: string): MigratedFile {
  const from = readFrom(file, fileVersion);
  openAndClose(file);
  return { file, from, to: readFrom(file, fileVersion) };
}

const filesIn = (data: string): string[] => [
  accountsFile(data),
  ...labsOf(data)
    .map(({ id }) => labFile(data, id))
    .filter((file) => existsSync(file)),
];

/** Takes every file of a folder that nobody has open to the newest version, or none. Throws MigrationFailed. */
export function upgradeFolder(data: string): void {
  if (!existsSync(accountsFile(data))) return;
  const done: MigratedFile[] = [];
  try {
    for (const file of filesIn(data)) done.push(migrateOne(file));
  } catch (error) {
    for (const { file, from, to } of done.reverse()) if (from !== to) putBack(copyName(file, from), file);
    throw error;
  }
}

interface Table {
  readonly name: string;
  readonly sql: string;
  readonly rows: number;
}

/** Tables with their shape and the number of their rows. */
function tablesOf(db: Db): Map<string, Table> {
  const found = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all() as { name: string; sql: string }[];
  return new Map(
    found.map(({ name, sql }) => {
      const rows = db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number;
      return [name, { name, sql, rows }];
    }),
  );
}

/** What a person reads about the difference of two shapes. */
function changesBetween(before: Map<string, Table>, after: Map<string, Table>): string[] {
  const added = [...after.keys()].filter((name) => !before.has(name)).map((name) => `adds the table ${name}`);
  const gone = [...before.values()]
    .filter(({ name }) => !after.has(name))
    .map(({ name, rows }) => `takes away the table ${name} with ${rows} rows`);
  const changed = [...before.values()].flatMap(({ name, sql, rows }) => {
    const now = after.get(name);
    if (now === undefined) return [];
    const counted = now.rows === rows ? [] : [`the table ${name} goes from ${rows} to ${now.rows} rows`];
    return now.sql === sql ? counted : [`changes the table ${name}`, ...counted];
  });
  return [...added, ...changed, ...gone];
}

export interface FileChange {
  /** Name of the file in the data folder. */
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly string[];
}

export interface UpgradeCheck {
  readonly files: readonly FileChange[];
  readonly figures: readonly LabFigures[];
}

function checkFile(copy: string): FileChange {
  const look = (db: Db) => ({ version: fileVersion(db), tables: tablesOf(db) });
  const before = readFrom(copy, look);
  openAndClose(copy);
  const after = readFrom(copy, look);
  const changes = changesBetween(before.tables, after.tables);
  return { file: basename(copy), from: before.version, to: after.version, changes };
}

/**
 * Migrates and verifies a copy. Works beside a running server, and leaves nothing behind.
 * @returns undefined when there is no data yet.
 */
export function checkUpgrade(data: string, differs: (difference: Difference) => void): UpgradeCheck | undefined {
  if (!existsSync(accountsFile(data))) return undefined;
  mkdirSync(copiesFolder(data), { recursive: true, mode: 0o700 });
  const work = mkdtempSync(join(copiesFolder(data), 'check-'));
  try {
    mkdirSync(labsFolder(work));
    for (const file of filesIn(data)) copyDatabase(file, join(work, file.slice(data.length)));
    const files = filesIn(work).map(checkFile);
    return { files, figures: verifyFolder(work, labsOf(work), differs) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The files that an earlier version wrote and this one has not migrated yet. */
export function olderFiles(data: string): string[] {
  const newestLab = labMigrations.at(-1)?.version ?? 0;
  return filesIn(data).filter((file) => {
    const newest = file === accountsFile(data) ? accountsMigrations.length : newestLab;
    return readFrom(file, fileVersion) < newest;
  });
}
