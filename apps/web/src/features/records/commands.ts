/**
 * What screens change of records. Each resolves only when the op is durable on this device; a refusal wrote nothing.
 * Made offline or not, the server merges it field by field with what others did (SPEC R3–R9).
 */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import type { Result } from '@tidylab/domain/kernel/result';
import type { Fields, RecordKind } from '@tidylab/domain/records';
import type { Op } from '@tidylab/sync/protocol/op';
import { editBody } from '@tidylab/sync/replica/editing';
import type { LabClient, StoreFailure } from '../../store/lab-client.ts';

export type RecordFailure = RefusalCode | StoreFailure;

/**
 * Sets these fields; those that are so already are left out. `nothing-to-change`: all were. `record-invalid`: a value,
 * or values that do not go together. `unit-in-use`, `place-in-itself`: as they say.
 */
export async function editRecord<K extends RecordKind>(
  client: LabClient,
  kind: K,
  id: string,
  changes: Partial<Fields<K>>,
): Promise<Result<Op, RecordFailure>> {
  const body = editBody(client.replica, kind, id, changes);
  return body.ok ? client.record({ type: 'edit-record', body: body.value }) : body;
}
