/** Applies the ops that make records (SPEC R1–R3). */
import { createRecordSchema, isRecordKind, type RecordOf, recordSchemas } from '@tidylab/domain/records';
import type { RecordKind } from '@tidylab/domain/records';
import { ok, refuse } from '@tidylab/domain/kernel/result';
import * as z from 'zod/mini';
import type { OpHandler } from '../../sync/handlers.ts';
import type { RecordStore } from './port.ts';

export function createRecordHandler(store: RecordStore): OpHandler {
  return {
    act: (body) => `create-${String(body['kind'])}`,
    apply(op) {
      const body = z.safeParse(createRecordSchema, op.body);
      if (!body.success) return refuse('malformed', z.prettifyError(body.error));
      const { kind, id } = body.data;
      if (!isRecordKind(kind)) return refuse('kind-unknown', kind);
      const fields = z.safeParse(recordSchemas[kind], body.data.fields);
      if (!fields.success) return refuse('record-invalid', z.prettifyError(fields.error));
      if (store.get(kind, id)) return refuse('record-exists', id);
      const record = { rev: 1, fieldRevs: {}, deletedAt: null, fields: fields.data } as RecordOf<RecordKind>;
      store.insert(kind, id, record);
      return ok({ parts: [{ kind, key: id, value: record }], facts: [] });
    },
  };
}
