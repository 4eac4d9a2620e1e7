import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../db/lab/open.ts';
import { labMigrations } from '../db/lab/migrations.ts';
import { migrate as migrateAccounts } from '../db/accounts/migrate.ts';
import { migrations as accountsMigrations } from '../db/accounts/migrations.ts';
import { MigrationFailed } from '../db/migrate-file.ts';
import { testData, type TestData } from './testing/data.testkit.ts';
import { checkUpgrade, upgradeFolder } from './upgrade.ts';
import type { Difference } from './verify/report.ts';

let at: TestData;
let found: Difference[];
const newest = labMigrations.at(-1)?.version ?? 0;
const newestAccounts = accountsMigrations.length;

beforeEach(async () => {
  at = testData();
  found = [];
  await at.fill('empty');
});
afterEach(() => at.remove());

function inFile<T>(name: string, work: (db: Database.Database) => T): T {
  const db = new Database(join(at.data, name));
  try {
    return work(db);
  } finally {
    db.close();
  }
}
const lab = (): string => join('labs', `lab-${at.labId()}.sqlite`);
const versionOf = (name: string): unknown => inFile(name, (db) => db.pragma('user_version', { simple: true }));
const check = () => checkUpgrade(at.data, (difference) => void found.push(difference));

test('a folder at the newest version has nothing to change, verifies, and stays as it is', () => {
  const held = () =>
    readdirSync(join(at.data, 'labs')).filter((name) => name.endsWith('.sqlite') || name.endsWith('.copy'));
  const before = held();
  expect(check()?.files).toEqual([
    { file: 'accounts.sqlite', from: newestAccounts, to: newestAccounts, changes: [] },
    { file: `lab-${at.labId()}.sqlite`, from: newest, to: newest, changes: [] },
  ]);
  expect(found).toEqual([]);
  expect(held()).toEqual(before);
  expect(readdirSync(join(at.data, 'copies'))).toEqual([]);
});

test('a folder of an earlier version is told what would change, and the server then takes it there', async () => {
  inFile('accounts.sqlite', (db) => migrateAccounts(db, newestAccounts - 1));
  const [accounts] = check()?.files ?? [];
  expect(accounts).toMatchObject({ from: newestAccounts - 1, to: newestAccounts });
  expect(accounts?.changes.length).toBeGreaterThan(0);
  expect(versionOf('accounts.sqlite')).toBe(newestAccounts - 1);
  await at.open();
  expect(versionOf('accounts.sqlite')).toBe(newestAccounts);
});

test('when one file cannot be migrated, the others go back to where they were', () => {
  inFile('accounts.sqlite', (db) => migrateAccounts(db, newestAccounts - 1));
  // As if the lab came from a program whose tables were made by hand: the first step finds them in its way.
  inFile(lab(), (db) => db.pragma('user_version = 0'));
  expect(() => upgradeFolder(at.data)).toThrow(MigrationFailed);
  expect(versionOf('accounts.sqlite')).toBe(newestAccounts - 1);
  expect(versionOf(lab())).toBe(0);
  expect(() => check()).toThrow(MigrationFailed);
});

test('a copy of an earlier lab goes all the way down and up again', () => {
  inFile(lab(), (db) => {
    migrate(db, labMigrations, newest - 1);
    if (newest > 1) expect(db.prepare('SELECT count(*) FROM op').pluck().get()).toBeGreaterThan(0);
  });
  if (newest > 1) expect(check()?.files[1]).toMatchObject({ from: newest - 1, to: newest });
});

test('what does not verify is told', () => {
  inFile(lab(), (db) => db.exec('UPDATE lab SET head = head + 1'));
  check();
  expect(found.map(({ kind }) => kind)).toEqual(['feed']);
});

test('a first start that was stopped before the accounts had a table is begun again', async () => {
  for (const name of ['accounts.sqlite', 'accounts.sqlite-wal', 'accounts.sqlite-shm'])
    rmSync(join(at.data, name), { force: true });
  writeFileSync(join(at.data, 'accounts.sqlite'), '');
  expect(check()?.files).toMatchObject([{ file: 'accounts.sqlite', from: 0, to: newestAccounts }]);
  const server = await at.open();
  expect(server.setupCode).toBeDefined();
});

test('a folder without data has nothing to check', () => {
  expect(checkUpgrade(at.base, () => undefined)).toBeUndefined();
});
