import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '../sync/testing/bodies.testkit.ts';
import { labFile, TestLab } from '../sync/testing/sync-lab.testkit.ts';
import { openAccountsDatabase } from './accounts/open.ts';
import { migrations as accountsMigrations } from './accounts/migrations.ts';
import { labMigrations } from './lab/migrations.ts';
import { openLabFile } from './lab/open.ts';
import { fileVersion, migrateFile, MigrationFailed } from './migrate-file.ts';

let at: TestLab;
let file: string;
const newest = labMigrations.at(-1)?.version ?? 0;
const added = { version: newest + 1, up: 'CREATE TABLE extra (a TEXT) STRICT;', down: 'DROP TABLE extra;' };
const failing = {
  version: newest + 2,
  up: "DELETE FROM op; INSERT INTO extra VALUES ('half'); SELECT no_such_function();",
  down: '',
};

beforeEach(async () => {
  at = new TestLab();
  const device = at.device();
  await device.push([device.op('post-receive', receive(3))]);
  at.labs.close();
  file = labFile(at.world);
});
afterEach(() => at.close());

const look = (path: string): unknown => {
  const db = new Database(path, { readonly: true });
  const seen = [
    fileVersion(db),
    db.prepare('SELECT raw FROM op').pluck().all(),
    db.prepare('SELECT * FROM feed').all(),
  ];
  db.close();
  return seen;
};

test('a migration that fails after a step that worked leaves the file as it was, and says so', () => {
  const before = look(file);
  expect(() => openLabFile(file, [...labMigrations, added, failing])).toThrow(MigrationFailed);
  expect(() => openLabFile(file, [...labMigrations, added, failing])).toThrow(
    `from version ${newest} to ${newest + 2}: no such function: no_such_function. It was put back as it was`,
  );
  expect(look(file)).toEqual(before);
  openLabFile(file).close();
  expect(look(file)).toEqual(before);
});

test('a migration that leaves rows without what they refer to is taken back', () => {
  const before = look(file);
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  const migrate = (): void =>
    void db.exec("CREATE TABLE child (op TEXT REFERENCES op (id)) STRICT; INSERT INTO child VALUES ('nobody');");
  expect(() => migrateFile(db, { newest: newest + 1, migrate })).toThrow('1 rows refer to rows that are not there');
  expect(db.open).toBe(false);
  expect(look(file)).toEqual(before);
});

test('what the file held before stays beside it until the next migration', () => {
  openLabFile(file, [...labMigrations, added]).close();
  const copy = `${file}.v${newest}.copy`;
  expect(look(copy)).toEqual([newest, expect.any(Array), expect.any(Array)]);
  const more = { version: newest + 2, up: 'CREATE TABLE more (a TEXT) STRICT;', down: 'DROP TABLE more;' };
  openLabFile(file, [...labMigrations, added, more]).close();
  expect(existsSync(copy)).toBe(false);
  expect(existsSync(`${file}.v${newest + 1}.copy`)).toBe(true);
});

test('a new file and one that is at the newest version are not copied', () => {
  openLabFile(file).close();
  openLabFile(join(at.world.folder, 'new.sqlite')).close();
  expect(readdirSync(at.world.folder).filter((name) => name.endsWith('.copy'))).toEqual([]);
});

test('the accounts are put back too', () => {
  const path = join(at.world.folder, 'accounts.sqlite');
  const first = openAccountsDatabase(path);
  first.client.exec("INSERT INTO setup_code VALUES ('h1', 0, NULL)");
  first.client.close();
  const broken = { name: 'broken', up: 'DELETE FROM setup_code; SELECT no_such_function();', down: '' };
  expect(() => openAccountsDatabase(path, [...accountsMigrations, broken])).toThrow('It was put back as it was');
  const again = openAccountsDatabase(path);
  expect(again.client.prepare('SELECT hash FROM setup_code').pluck().all()).toEqual(['h1']);
  again.client.close();
});
