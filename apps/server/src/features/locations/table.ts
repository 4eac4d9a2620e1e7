import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../../db/record-columns.ts';

export const locationTable = sqliteTable('location', {
  ...recordColumns,
  name: text('name').notNull(),
  type: text('type').notNull(),
  parentId: text('parent_id'),
  code: text('code').notNull(),
  temperature: text('temperature'),
});
