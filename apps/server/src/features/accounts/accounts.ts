/** The accounts of a server, opened: the store and the sessions over one database file. */
import { openAccountsDatabase } from '../../db/accounts/open.ts';
import type { Deps } from '../../platform/deps.ts';
import type { PeopleStore } from './people/port.ts';
import { createPeopleStore } from './people/store.sqlite.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import type { AccountsStore } from './port.ts';
import { sessionAdapter } from './session-adapter.sqlite.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createAccountsStore } from './store.sqlite.ts';

export interface Accounts {
  readonly store: AccountsStore;
  readonly people: PeopleStore;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  /** False when the database does not answer. */
  isReady(): boolean;
  close(): void;
}

/** @param file path of accounts.sqlite, or `:memory:`. Faults of the disk are thrown. */
export function openAccounts(file: string, deps: Deps): Accounts {
  const database = openAccountsDatabase(file);
  return {
    store: createAccountsStore(database),
    people: createPeopleStore(database),
    sessions: createSessions(sessionAdapter(database), deps),
    passwords: createPasswords(deps.random),
    isReady: () => database.client.open && database.client.prepare('SELECT 1').pluck().get() === 1,
    close: () => database.client.close(),
  };
}
