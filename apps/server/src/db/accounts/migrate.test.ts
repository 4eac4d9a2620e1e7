import Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account, joinCode, lab, membership, peopleAudit, session, setupCode } from '../../features/accounts/table.ts';
import { migrate, versionOf } from './migrate.ts';
import { migrations } from './migrations.ts';
import { openAccountsDatabase } from './open.ts';

const shape = (db: Database.Database): unknown[] =>
  db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();

test('all the way up, down and up again on a filled database ends in the same shape', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db);
  const before = shape(db);
  db.exec(`INSERT INTO account VALUES ('p1', 'Ana', 'ana', 'Ana', '-', 0, NULL);
    INSERT INTO lab VALUES ('l1', 'Lab', 'UTC', 0, 'EUR', 1);
    INSERT INTO membership VALUES ('l1', 'p1', 'admin');
    INSERT INTO session VALUES ('s1', 'p1', 1, 1);
    INSERT INTO setup_code VALUES ('h1', 0, NULL);
    INSERT INTO join_code VALUES ('p1', 'h2', 0, 1);
    INSERT INTO people_audit VALUES (1, 0, 'l1', 'p1', 'p1', 'code', '');`);
  migrate(db, 0);
  expect([versionOf(db), shape(db)]).toEqual([0, []]);
  migrate(db);
  expect(versionOf(db)).toBe(migrations.length);
  expect(shape(db)).toEqual(before);
});

test('a step that fails leaves the database at the step before', () => {
  const db = new Database(':memory:');
  const broken = { name: 'broken', up: 'CREATE TABLE half (id); CREATE TABLE half (id);', down: '' };
  expect(() =>
    migrate(db, 2, [{ name: 'first', up: 'CREATE TABLE first (id)', down: 'DROP TABLE first' }, broken]),
  ).toThrow('already exists');
  expect(versionOf(db)).toBe(1);
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined();
});

test('the tables that the program names have the columns that the migrations make', () => {
  const { client } = openAccountsDatabase(':memory:');
  for (const table of [account, lab, membership, session, setupCode, joinCode, peopleAudit]) {
    const made = (client.pragma(`table_info(${getTableName(table)})`) as { name: string; notnull: number }[]).map(
      (column) => [column.name, column.notnull === 1],
    );
    const named = Object.values(getTableColumns(table)).map((column) => [column.name, column.notNull]);
    expect(made).toEqual(named);
  }
});

test('commits wait for the disk and foreign keys hold', () => {
  const { client } = openAccountsDatabase(':memory:');
  expect(client.pragma('synchronous', { simple: true })).toBe(2);
  expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('the history of people can be added to and nothing else', () => {
  const { client } = openAccountsDatabase(':memory:');
  client.exec("INSERT INTO people_audit VALUES (1, 0, 'l1', 'p1', 'p1', 'code', '')");
  expect(() => client.exec("UPDATE people_audit SET by_id = 'p2'")).toThrow('never changed');
  expect(() => client.exec('DELETE FROM people_audit')).toThrow('never deleted');
});
