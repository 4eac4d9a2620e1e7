/** Where records are kept. One lab, one writer; called inside a push's transaction. */
import type { RecordKind, RecordOf } from '@tidylab/domain/records';

export interface RecordStore {
  get(kind: RecordKind, id: string): RecordOf<RecordKind> | undefined;
  /** Writes a record that was not there. */
  insert(kind: RecordKind, id: string, record: RecordOf<RecordKind>): void;
}
