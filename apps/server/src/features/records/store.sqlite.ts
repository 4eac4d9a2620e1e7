import type { RecordKind, RecordOf } from '@tidylab/domain/records';
import { and, eq } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db } from '../../db/lab/open.ts';
import { barcodeTable } from '../barcodes/table.ts';
import { containerTable } from '../containers/table.ts';
import { itemTable } from '../items/table.ts';
import { locationTable } from '../locations/table.ts';
import { lotTable } from '../lots/table.ts';
import { personTable } from '../people/table.ts';
import type { RecordStore } from './port.ts';

const tables = {
  item: itemTable,
  lot: lotTable,
  container: containerTable,
  location: locationTable,
  barcode: barcodeTable,
  person: personTable,
} satisfies Record<RecordKind, unknown>;

/** A table of any kind of record, by the columns they all share. */
type AnyTable = typeof personTable;

export function sqliteRecordStore(db: Db, lab: string): RecordStore {
  const orm: BetterSQLite3Database = drizzle(db);
  const tableOf = (kind: RecordKind): AnyTable => tables[kind] as unknown as AnyTable;
  return {
    get(kind, id) {
      const table = tableOf(kind);
      const row = orm
        .select()
        .from(table)
        .where(and(eq(table.id, id), eq(table.lab, lab)))
        .get();
      if (!row) return undefined;
      const { lab: _lab, id: _id, rev, fieldRevs, deletedAt, ...fields } = row;
      return { rev, fieldRevs, deletedAt, fields } as unknown as RecordOf<RecordKind>;
    },
    insert(kind, id, record) {
      const { rev, fieldRevs, deletedAt, fields } = record;
      orm
        .insert(tableOf(kind))
        .values({ lab, id, rev, fieldRevs, deletedAt, ...fields } as AnyTable['$inferInsert'])
        .run();
    },
  };
}
