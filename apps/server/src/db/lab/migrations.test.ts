import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barcodeTable } from '../../features/barcodes/table.ts';
import { containerTable } from '../../features/containers/table.ts';
import { itemTable } from '../../features/items/table.ts';
import { locationTable } from '../../features/locations/table.ts';
import { lotTable } from '../../features/lots/table.ts';
import { personTable } from '../../features/people/table.ts';
import { receive } from '../../sync/testing/bodies.testkit.ts';
import { labFile, TestLab } from '../../sync/testing/sync-lab.testkit.ts';
import { labMigrations } from './migrations.ts';
import { type Db, migrate, NewerFile, openLabFile } from './open.ts';

const newest = labMigrations.at(-1)?.version ?? 0;
const versionOf = (db: Db): unknown => db.pragma('user_version', { simple: true });
const schemaOf = (db: Db): unknown[] =>
  db.prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").all();

let at: TestLab;
beforeEach(async () => {
  at = new TestLab();
  const device = at.device();
  await device.push([device.op('post-receive', receive(3)), device.op('post-receive', { entries: [] })]);
});
afterEach(() => at.close());

test('a filled file goes down to nothing and up again to the same tables', () => {
  at.labs.close();
  const db = new Database(labFile(at.world));
  const tables = schemaOf(db);
  expect(versionOf(db)).toBe(newest);
  migrate(db, labMigrations, 0);
  expect([versionOf(db), schemaOf(db)]).toEqual([0, []]);
  migrate(db, labMigrations, newest);
  expect([versionOf(db), schemaOf(db)]).toEqual([newest, tables]);
  db.close();
  at.restart();
  at.labs.create(at.world.labId);
  expect(at.lab.decide.log.head().seq).toBe(0);
});

test('what devices hold is put together from the feed of a file of the first version', () => {
  at.labs.close();
  const db = new Database(labFile(at.world));
  const parts = (): unknown[] => db.prepare('SELECT kind, key, seq, value FROM part ORDER BY kind, key').all();
  const before = parts();
  expect(before.length).toBeGreaterThan(2);
  migrate(db, labMigrations, 1);
  migrate(db, labMigrations, newest);
  expect(parts()).toEqual(before);
  db.close();
});

test('a step that fails leaves the file at the step before it, filled as it was', () => {
  at.labs.close();
  const db = new Database(labFile(at.world));
  const broken = [...labMigrations, { version: newest + 1, up: 'CREATE TABLE half (a) STRICT; no sql', down: '' }];
  expect(() => migrate(db, broken, newest + 1)).toThrow();
  expect(versionOf(db)).toBe(newest);
  expect(db.prepare('SELECT count(*) AS rows FROM op').get()).toEqual({ rows: 2 });
  const good = [
    ...labMigrations,
    { version: newest + 1, up: 'CREATE TABLE extra (a TEXT) STRICT;', down: 'DROP TABLE extra;' },
  ];
  migrate(db, good, newest + 1);
  expect(versionOf(db)).toBe(newest + 1);
  migrate(db, good, newest);
  expect(versionOf(db)).toBe(newest);
  expect(db.prepare('SELECT count(*) AS rows FROM op').get()).toEqual({ rows: 2 });
  db.close();
});

test('a file of a newer version is refused, left as it was, and not held open', () => {
  const path = join(at.world.folder, 'newer.sqlite');
  const db = new Database(path);
  db.pragma(`user_version = ${newest + 1}`);
  db.close();
  expect(() => openLabFile(path)).toThrow(NewerFile);
  expect(() => openLabFile(path)).toThrow(`file version ${newest + 1}, this one knows ${newest}`);
  const again = new Database(path);
  expect(again.pragma('journal_mode', { simple: true })).toBe('delete');
  expect(versionOf(again)).toBe(newest + 1);
  again.close();
});

test('a file is opened so that a commit that was answered is on disk', () => {
  const db = openLabFile(join(at.world.folder, 'durable.sqlite'));
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.close();
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

test.each(
  [itemTable, lotTable, containerTable, locationTable, barcodeTable, personTable].map(
    (table) => [getTableName(table), table] as const,
  ),
)('the table %s has the columns that the store writes, and no other', (name, table) => {
  const db = openLabFile(':memory:');
  const real = (db.pragma(`table_info(${name})`) as Column[]).map((column) => [
    column.name,
    column.type.toLowerCase(),
    column.notnull === 1 || column.pk === 1,
  ]);
  const meant = Object.values(getTableColumns(table)).map((column) => [
    column.name,
    column.getSQLType(),
    column.notNull || column.primary,
  ]);
  expect(real).toEqual(meant);
  db.close();
});

test('every table says whose a row is', () => {
  const db = openLabFile(':memory:');
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'lab' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  expect(tables.length).toBeGreaterThan(15);
  for (const table of tables as string[]) {
    const columns = db.pragma(`table_info(${table})`) as Column[];
    expect(columns.find(({ name }) => name === 'lab')?.notnull, `${table} has a lab`).toBe(1);
  }
  db.close();
});
