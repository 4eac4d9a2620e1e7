/** Saving what a form changed of a record: one op, said on the record's screen, and taken back by the inverse edit. */
import type { Fields, RecordKind } from '@tidylab/domain/records';
import type { LabClient } from '../../store/lab-client.ts';
import { editRecord, type RecordFailure } from '../records/index.ts';
import { changesBetween } from './field-changes.ts';
import { announceSaved } from './saved-store.ts';

/** `changed-meanwhile`: a field that is to be saved became something else since the form was opened. */
export type EditFailure = RecordFailure | 'changed-meanwhile';

export interface Edit<K extends RecordKind> {
  readonly kind: K;
  readonly id: string;
  /** As it was when the form was opened: only what differs from it is saved. */
  readonly before: Fields<K>;
  readonly after: Partial<Fields<K>>;
}

/** Null: saved, or there was nothing to save. */
export async function saveEdit<K extends RecordKind>(
  client: LabClient,
  { kind, id, before, after }: Edit<K>,
  text: string,
): Promise<EditFailure | null> {
  const { changes, inverse, count } = changesBetween<Fields<K>>(before, after);
  if (count === 0) return null;
  const now = client.replica.record(kind, id)?.fields;
  if (now && changesBetween(now, inverse).count > 0 && changesBetween(now, changes).count > 0)
    return 'changed-meanwhile';
  const result = await editRecord(client, kind, id, changes);
  if (!result.ok && result.code === 'nothing-to-change') return null;
  if (!result.ok) return result.code;
  announceSaved(id, text, () => editRecord(client, kind, id, inverse));
  return null;
}
