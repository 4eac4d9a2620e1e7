/** Opens accounts.sqlite: who may come in, and the labs of this server. Every commit reaches the disk before it returns. */
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate, versionOf } from './migrate.ts';
import { migrations } from './migrations.ts';

export interface AccountsDatabase {
  readonly client: Database.Database;
  readonly orm: BetterSQLite3Database;
}

/** The file was written by a later program; the message is for the person who started this one. */
class NewerDatabase extends Error {}

/** @param file path, or `:memory:`. */
export function openAccountsDatabase(file: string): AccountsDatabase {
  const client = new Database(file);
  try {
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
    const version = versionOf(client);
    if (version > migrations.length) {
      throw new NewerDatabase(
        `${file} was written by a newer version of TidyLab. Start that version or a later one; nothing was changed.`,
      );
    }
    migrate(client);
  } catch (error) {
    client.close();
    throw error;
  }
  return { client, orm: drizzle(client) };
}
