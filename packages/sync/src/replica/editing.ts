/** Edits as a device makes them: from what its screen shows, refused before "saved" for what the server would refuse. */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { containerPlace, locationPlace } from '@tidylab/domain/ledger/model';
import { overlayEdit } from '@tidylab/domain/merge/decide';
import { guardRecord, type Surroundings } from '@tidylab/domain/merge/guards';
import type { DeleteRecordBody, EditRecordBody, FieldValues } from '@tidylab/domain/merge/model';
import { type Inverse, inverseOf, type NoInverse } from '@tidylab/domain/merge/inverse';
import { groupOf } from '@tidylab/domain/merge/rules';
import { isSame } from '@tidylab/domain/merge/same';
import { type Fields, isRecordKind, mergeRules, type RecordKind, recordSchemas } from '@tidylab/domain/records';
import * as z from 'zod/mini';
import type { Op } from '../protocol/op.ts';
import type { Replica } from './replica.ts';

type Seen = EditRecordBody['seen'];

/**
 * What the author has seen. Behind an own edit of the same fields that the server has not decided, others' newer
 * values are not on the screen: then it is what that edit had seen.
 */
function seenOf(replica: Replica, kind: RecordKind, id: string, fields: readonly string[]): Seen {
  const groups = new Set(fields.map((field) => groupOf(mergeRules[kind], field)));
  for (const { op } of replica.overlaid) {
    const edit = op.type === 'edit-record' ? op.body : op.type === 'resolve-review' ? op.body['edit'] : undefined;
    if (edit === undefined) continue;
    const body = edit as EditRecordBody;
    if (body.kind !== kind || body.id !== id) continue;
    if (Object.keys(body.set).some((field) => groups.has(groupOf(mergeRules[kind], field)))) return body.seen;
  }
  return { epoch: replica.epoch, rev: replica.record(kind, id)?.rev ?? 0 };
}

/** The body of `edit-record` for these changes; `nothing-to-change` when the record is so already. */
export function editBody<K extends RecordKind>(
  replica: Replica,
  kind: K,
  id: string,
  changes: Partial<Fields<K>>,
): Result<EditRecordBody, RefusalCode> {
  const record = replica.record(kind, id);
  if (!record) return refuse('record-unknown', id);
  const fields = record.fields as FieldValues;
  const set: EditRecordBody['set'] = {};
  for (const [field, to] of Object.entries(changes))
    if (to !== undefined && !isSame(fields[field], to)) set[field] = { from: fields[field] ?? null, to };
  if (Object.keys(set).length === 0) return refuse('nothing-to-change');
  const body: EditRecordBody = { kind, id, seen: seenOf(replica, kind, id, Object.keys(set)), set };
  const after = overlayEdit(kind, record, body).fields;
  const parsed = z.safeParse(recordSchemas[kind], after);
  if (!parsed.success) return refuse('record-invalid', z.prettifyError(parsed.error));
  const problem = guardRecord({ kind, id }, surroundings(replica), fields, after as FieldValues);
  return problem === undefined ? ok(body) : refuse(problem);
}

/** What undoes an op, from what this device shows now; the op need not be here any more. */
export function undoIntent(replica: Replica, op: Op): Inverse | NoInverse | undefined {
  const { edit, undelete } = op.body as { edit?: EditRecordBody; undelete?: DeleteRecordBody };
  const { kind, id, set } = (edit ?? undelete ?? op.body) as Partial<EditRecordBody>;
  const isRecord = kind !== undefined && id !== undefined && isRecordKind(kind);
  const seen = isRecord ? seenOf(replica, kind, id, Object.keys(set ?? {})) : { epoch: replica.epoch, rev: 0 };
  return inverseOf({ ...op, eff: op.hlc }, seen);
}

/** The body of `delete-record`, or of `undelete-record`. */
export function deleteBody(
  replica: Replica,
  kind: RecordKind,
  id: string,
  to: 'deleted' | 'there',
): Result<DeleteRecordBody, RefusalCode> {
  const record = replica.record(kind, id);
  if (!record) return refuse('record-unknown', id);
  if ((record.deletedAt !== null) === (to === 'deleted')) return refuse('nothing-to-change');
  if (to === 'deleted' && hasMovements(replica, kind, id)) return refuse('has-movements');
  return ok({ kind, id, seen: { epoch: replica.epoch, rev: record.rev } });
}

const surroundings = (replica: Replica): Surroundings => ({
  parentOf: (location) => replica.record('location', location)?.fields.parentId,
  hasMovements: (item) => hasMovements(replica, 'item', item),
});

/** As far as this device knows: every bucket that was ever touched has a balance. */
function hasMovements(replica: Replica, kind: RecordKind, id: string): boolean {
  if (kind === 'item') {
    if (replica.keys('balancesByWhat', id).size > 0) return true;
    return [...replica.keys('lotsByItem', id)].some((lot) => replica.keys('balancesByWhat', lot).size > 0);
  }
  if (kind === 'lot') return replica.keys('balancesByWhat', id).size > 0;
  if (kind === 'container') return replica.keys('balancesByPlace', containerPlace(id)).size > 0;
  return kind === 'location' && replica.keys('balancesByPlace', locationPlace(id)).size > 0;
}
