import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../../db/record-columns.ts';

export const personTable = sqliteTable('person', { ...recordColumns, name: text('name').notNull() });
