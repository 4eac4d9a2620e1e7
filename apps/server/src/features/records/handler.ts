/** Applies the ops that make and change records (SPEC R1–R7). */
import { deleteRecordSchema, editRecordSchema } from '@tidylab/domain/merge/model';
import type { Author } from '@tidylab/domain/merge/model';
import { createRecordSchema, isRecordKind, type RecordOf, recordSchemas } from '@tidylab/domain/records';
import type { RecordKind } from '@tidylab/domain/records';
import { ok, refuse } from '@tidylab/domain/kernel/result';
import { checkEdit } from '@tidylab/sync/accept/check-intent';
import * as z from 'zod/mini';
import type { OpHandler } from '../../sync/handlers.ts';
import type { Change, RecordChanges } from './changes.ts';
import type { RecordStore } from './port.ts';

export const recordHandlers = (store: RecordStore, changes: RecordChanges): [string, OpHandler][] => [
  ['create-record@1', createRecordHandler(store)],
  [
    'edit-record@1',
    changeHandler('edit', editRecordSchema, (body) => {
      const verdict = checkEdit(body);
      return verdict.ok ? changes.edit(body) : () => verdict;
    }),
  ],
  ['delete-record@1', changeHandler('delete', deleteRecordSchema, changes.delete)],
  ['undelete-record@1', changeHandler('delete', deleteRecordSchema, changes.undelete)],
];

function changeHandler<T>(act: string, schema: z.ZodMiniType<T>, change: (body: T) => Change): OpHandler {
  return {
    act: (body) => `${act}-${String(body['kind'])}`,
    apply(op, { eff }) {
      const body = z.safeParse(schema, op.body);
      return body.success ? change(body.data)(op, eff) : refuse('malformed', z.prettifyError(body.error));
    },
  };
}

function createRecordHandler(store: RecordStore): OpHandler {
  return {
    act: (body) => `create-${String(body['kind'])}`,
    apply(op, { eff }) {
      const body = z.safeParse(createRecordSchema, op.body);
      if (!body.success) return refuse('malformed', z.prettifyError(body.error));
      const { kind, id } = body.data;
      if (!isRecordKind(kind)) return refuse('kind-unknown', kind);
      const fields = z.safeParse(recordSchemas[kind], body.data.fields);
      if (!fields.success) return refuse('record-invalid', z.prettifyError(fields.error));
      if (store.get(kind, id)) return refuse('record-exists', id);
      const record = { rev: 1, fieldRevs: {}, deletedAt: null, fields: fields.data } as RecordOf<RecordKind>;
      const author: Author = { dev: op.dev, n: op.n, user: op.user, op: op.id, eff };
      store.insert(kind, id, record, author);
      return ok({ parts: [{ kind, key: id, value: record }], facts: [] });
    },
  };
}
