import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../../db/record-columns.ts';

export const itemTable = sqliteTable('item', {
  ...recordColumns,
  name: text('name').notNull(),
  type: text('type').notNull(),
  baseUnit: text('base_unit').notNull(),
  stockUnit: text('stock_unit').notNull(),
  useStep: integer('use_step'),
  category: text('category').notNull(),
  synonyms: text('synonyms', { mode: 'json' }).$type<string[]>().notNull(),
  cas: text('cas'),
  supplier: text('supplier'),
  catalogNumber: text('catalog_number'),
  hazards: text('hazards', { mode: 'json' }).$type<string[]>().notNull(),
  pictograms: text('pictograms', { mode: 'json' }).$type<string[]>().notNull(),
  signalWord: text('signal_word'),
  storage: text('storage'),
  minimum: integer('minimum'),
});
