import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../../db/record-columns.ts';

export const barcodeTable = sqliteTable('barcode', {
  ...recordColumns,
  key: text('key').notNull(),
  targetKind: text('target_kind').notNull(),
  targetId: text('target_id').notNull(),
  packQty: integer('pack_qty'),
});
