/** The tables of accounts.sqlite, as the migrations make them. Times are Unix milliseconds unless said otherwise. */
import { roles } from '@tidylab/domain/permissions/permissions';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const account = sqliteTable('account', {
  id: text('id').notNull().primaryKey(),
  /** As it was typed; `loginKey` is what is compared. */
  login: text('login').notNull(),
  loginKey: text('login_key').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  createdAt: integer('created_at').notNull(),
  disabledAt: integer('disabled_at'),
});

/** The names `userId` and `expiresAt` (Unix seconds) are those lucia's adapter asks for. */
export const session = sqliteTable(
  'session',
  {
    /** SHA-256 of the cookie's token, hex. */
    id: text('id').notNull().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    expiresAt: integer('expires_at').notNull(),
    absoluteUntil: integer('absolute_until').notNull(),
  },
  (table) => [index('session_by_account').on(table.userId), index('session_by_expiry').on(table.expiresAt)],
);

export const lab = sqliteTable('lab', {
  id: text('id').notNull().primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  createdAt: integer('created_at').notNull(),
  /** ISO 4217. */
  currency: text('currency').notNull(),
  /** A lab that anybody may remove in one tap: nothing in it is real. */
  demo: integer('demo', { mode: 'boolean' }).notNull(),
});

/** What the rest of the server sees of a lab. */
export const labColumns = {
  id: lab.id,
  name: lab.name,
  timeZone: lab.timeZone,
  currency: lab.currency,
  demo: lab.demo,
};

export const membership = sqliteTable(
  'membership',
  {
    labId: text('lab_id')
      .notNull()
      .references(() => lab.id, { onDelete: 'cascade' }),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    role: text('role', { enum: roles }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.labId, table.accountId] }),
    index('membership_by_account').on(table.accountId),
  ],
);

export const setupCode = sqliteTable('setup_code', {
  hash: text('hash').notNull().primaryKey(),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
});

/** One waiting code for each person; a new one takes the place of the last. */
export const joinCode = sqliteTable('join_code', {
  accountId: text('account_id')
    .notNull()
    .primaryKey()
    .references(() => account.id, { onDelete: 'cascade' }),
  hash: text('hash').notNull().unique(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

/** Append-only by trigger. */
export const peopleAudit = sqliteTable('people_audit', {
  seq: integer('seq').notNull().primaryKey(),
  at: integer('at').notNull(),
  labId: text('lab_id').notNull(),
  byId: text('by_id').notNull(),
  aboutId: text('about_id').notNull(),
  what: text('what').notNull(),
  detail: text('detail').notNull(),
});
