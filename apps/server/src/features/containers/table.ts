import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../../db/record-columns.ts';

export const containerTable = sqliteTable('container', {
  ...recordColumns,
  lotId: text('lot_id').notNull(),
  label: text('label').notNull(),
  code: text('code').notNull(),
  locationId: text('location_id'),
  state: text('state').notNull(),
  useStep: integer('use_step'),
});
