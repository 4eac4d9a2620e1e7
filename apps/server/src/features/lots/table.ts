import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../../db/record-columns.ts';

export const lotTable = sqliteTable('lot', {
  ...recordColumns,
  itemId: text('item_id').notNull(),
  lotNumber: text('lot_number').notNull(),
  expiry: text('expiry'),
  supplier: text('supplier'),
  packSize: integer('pack_size'),
});
