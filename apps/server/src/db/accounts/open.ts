/** Opens accounts.sqlite: who may come in, and the labs of this server. Every commit reaches the disk before it returns. */
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrateFile } from '../migrate-file.ts';
import { migrate, versionOf } from './migrate.ts';
import { migrations as all, type Migration } from './migrations.ts';

export interface AccountsDatabase {
  readonly client: Database.Database;
  readonly orm: BetterSQLite3Database;
}

/** The file was written by a later program; the message is for the person who started this one. */
class NewerDatabase extends Error {}

/** Copied before it is migrated, and put back when that fails (MigrationFailed). @param file path, or `:memory:`. */
export function openAccountsDatabase(file: string, migrations: readonly Migration[] = all): AccountsDatabase {
  const client = new Database(file);
  try {
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
    client.pragma('busy_timeout = 5000');
    const version = versionOf(client);
    if (version > migrations.length) {
      throw new NewerDatabase(
        `${file} was written by a newer version of TidyLab. Start that version or a later one; nothing was changed.`,
      );
    }
    const newest = migrations.length;
    migrateFile(client, { newest, migrate: (db) => migrate(db, newest, migrations) });
  } catch (error) {
    client.close();
    throw error;
  }
  return { client, orm: drizzle(client) };
}
