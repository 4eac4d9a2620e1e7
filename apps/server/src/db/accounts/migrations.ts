/**
 * The shape of accounts.sqlite, one step after another, each with its way back. `user_version` is the number of steps
 * taken. A step that has been released is never edited.
 */
export interface Migration {
  readonly name: string;
  readonly up: string;
  readonly down: string;
}

export const migrations: readonly Migration[] = [
  {
    name: 'accounts, sessions, labs, memberships, setup codes',
    up: `
      CREATE TABLE account (
        id TEXT PRIMARY KEY NOT NULL,
        login TEXT NOT NULL,
        login_key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        disabled_at INTEGER
      ) STRICT;
      CREATE TABLE session (
        id TEXT PRIMARY KEY NOT NULL,
        user_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        expires_at INTEGER NOT NULL,
        absolute_until INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX session_by_account ON session (user_id);
      CREATE INDEX session_by_expiry ON session (expires_at);
      CREATE TABLE lab (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE membership (
        lab_id TEXT NOT NULL REFERENCES lab (id) ON DELETE CASCADE,
        account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'user')),
        PRIMARY KEY (lab_id, account_id)
      ) STRICT;
      CREATE INDEX membership_by_account ON membership (account_id);
      CREATE TABLE setup_code (
        hash TEXT PRIMARY KEY NOT NULL,
        created_at INTEGER NOT NULL,
        used_at INTEGER
      ) STRICT;`,
    down: `
      DROP TABLE setup_code;
      DROP TABLE membership;
      DROP TABLE lab;
      DROP TABLE session;
      DROP TABLE account;`,
  },
  {
    name: 'codes to join with, history of people',
    up: `
      CREATE TABLE join_code (
        account_id TEXT PRIMARY KEY NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        hash TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE people_audit (
        seq INTEGER PRIMARY KEY NOT NULL,
        at INTEGER NOT NULL,
        lab_id TEXT NOT NULL,
        by_id TEXT NOT NULL,
        about_id TEXT NOT NULL,
        what TEXT NOT NULL,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER people_audit_keeps BEFORE DELETE ON people_audit
        BEGIN SELECT RAISE(ABORT, 'the history of people is never deleted'); END;
      CREATE TRIGGER people_audit_stays BEFORE UPDATE ON people_audit
        BEGIN SELECT RAISE(ABORT, 'the history of people is never changed'); END;`,
    down: `
      DROP TABLE people_audit;
      DROP TABLE join_code;`,
  },
  {
    name: 'currency of a lab, demo labs',
    // A lab of before was never asked; an admin can change it.
    up: `
      ALTER TABLE lab ADD COLUMN currency TEXT NOT NULL DEFAULT 'EUR';
      ALTER TABLE lab ADD COLUMN demo INTEGER NOT NULL DEFAULT 0;`,
    down: `
      ALTER TABLE lab DROP COLUMN demo;
      ALTER TABLE lab DROP COLUMN currency;`,
  },
];
