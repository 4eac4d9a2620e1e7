import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const fieldAuthorTable = sqliteTable(
  'field_author',
  {
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    field: text('field').notNull(),
    lab: text('lab').notNull(),
    dev: text('dev').notNull(),
    n: integer('n').notNull(),
    user: text('user').notNull(),
    op: text('op').notNull(),
    eff: text('eff').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id, table.field] })],
);
