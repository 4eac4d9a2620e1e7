/** The columns that every table of records begins with. */
import { integer, text } from 'drizzle-orm/sqlite-core';

export const recordColumns = {
  lab: text('lab').notNull(),
  id: text('id').primaryKey(),
  rev: integer('rev').notNull(),
  fieldRevs: text('field_revs', { mode: 'json' }).$type<Record<string, number>>().notNull(),
  deletedAt: text('deleted_at'),
};
