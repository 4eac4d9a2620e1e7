import type { Author } from '@tidylab/domain/merge/model';
import { containerPlace, locationPlace } from '@tidylab/domain/ledger/model';
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
import { fieldAuthorTable } from './table.ts';

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

const tableOf = (kind: RecordKind): AnyTable => tables[kind] as unknown as AnyTable;

/** Stands for every field that nobody edited. */
const wholeRecord = '';

export function sqliteRecordStore(db: Db, lab: string): RecordStore {
  const orm: BetterSQLite3Database = drizzle(db);
  const putAuthor = (kind: RecordKind, id: string, fields: readonly string[], author: Author): void => {
    for (const field of fields) {
      orm
        .insert(fieldAuthorTable)
        .values({ kind, id, field, lab, ...author })
        .onConflictDoUpdate({
          target: [fieldAuthorTable.kind, fieldAuthorTable.id, fieldAuthorTable.field],
          set: { ...author },
        })
        .run();
    }
  };
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
    insert(kind, id, record, author) {
      const { rev, fieldRevs, deletedAt, fields } = record;
      orm
        .insert(tableOf(kind))
        .values({ lab, id, rev, fieldRevs, deletedAt, ...fields } as AnyTable['$inferInsert'])
        .run();
      putAuthor(kind, id, [wholeRecord], author);
    },
    update(kind, id, record, written, author) {
      const table = tableOf(kind);
      const { rev, fieldRevs, deletedAt, fields } = record;
      orm
        .update(table)
        .set({ rev, fieldRevs, deletedAt, ...fields } as Partial<AnyTable['$inferInsert']>)
        .where(and(eq(table.id, id), eq(table.lab, lab)))
        .run();
      putAuthor(kind, id, written, author);
    },
    author(kind, id, field) {
      const { dev, n, user, op, eff } = fieldAuthorTable;
      const at = (name: string) =>
        orm
          .select({ dev, n, user, op, eff })
          .from(fieldAuthorTable)
          .where(
            and(
              eq(fieldAuthorTable.kind, kind),
              eq(fieldAuthorTable.id, id),
              eq(fieldAuthorTable.field, name),
              eq(fieldAuthorTable.lab, lab),
            ),
          )
          .get();
      return at(field) ?? at(wholeRecord);
    },
    ...movementsOf(db, lab),
  };
}

/** A bucket that was ever touched has a balance. */
function movementsOf(db: Db, lab: string): Pick<RecordStore, 'hasMovements'> {
  const ofWhat = db.prepare('SELECT 1 FROM balance WHERE what = ? AND lab = ? LIMIT 1');
  const ofLots = db.prepare(
    'SELECT 1 FROM lot JOIN balance ON balance.what = lot.id WHERE lot.item_id = ? AND lot.lab = ? LIMIT 1',
  );
  const atPlace = db.prepare('SELECT 1 FROM balance WHERE place = ? AND lab = ? LIMIT 1');
  const asked: Partial<Record<RecordKind, (id: string) => boolean>> = {
    item: (id) => ofWhat.get(id, lab) !== undefined || ofLots.get(id, lab) !== undefined,
    lot: (id) => ofWhat.get(id, lab) !== undefined,
    container: (id) => atPlace.get(containerPlace(id), lab) !== undefined,
    location: (id) => atPlace.get(locationPlace(id), lab) !== undefined,
  };
  return { hasMovements: (kind, id) => asked[kind]?.(id) ?? false };
}
