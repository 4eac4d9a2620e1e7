/** Where records are kept. One lab, one writer; called inside a push's transaction. */
import type { Author } from '@tidylab/domain/merge/model';
import type { RecordKind, RecordOf } from '@tidylab/domain/records';

export interface RecordStore {
  get(kind: RecordKind, id: string): RecordOf<RecordKind> | undefined;
  /** Writes a record that was not there; `author` is who wrote every field of it. */
  insert(kind: RecordKind, id: string, record: RecordOf<RecordKind>, author: Author): void;
  /** Writes over a record that is there; `author` wrote these fields of it (`deletedAt` is one). */
  update(kind: RecordKind, id: string, record: RecordOf<RecordKind>, fields: readonly string[], author: Author): void;
  /** Who wrote a field last: who made the record, when nobody edited it. */
  author(kind: RecordKind, id: string, field: string): Author | undefined;
  /** Whether the ledger holds anything of it: of an item or lot, or at a container or location. */
  hasMovements(kind: RecordKind, id: string): boolean;
}
