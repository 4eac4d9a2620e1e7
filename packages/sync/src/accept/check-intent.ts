/**
 * What an intent must satisfy before a device says "saved": the same rules the server will ask again, so that nothing
 * that is saved can be refused for its form (SPEC O6).
 */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { isCanonical } from '@tidylab/domain/kernel/json';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { decidePosting, decideVoid } from '@tidylab/domain/ledger/decide';
import { type LedgerEntry, type PostingKind, postingSchemas, voidSchema } from '@tidylab/domain/ledger/model';
import {
  deleteRecordSchema,
  type EditRecordBody,
  editRecordSchema,
  type ResolveReviewBody,
  resolveReviewSchema,
} from '@tidylab/domain/merge/model';
import { closesItself, resolveFact } from '@tidylab/domain/merge/review';
import { createRecordSchema, isRecordKind, recordSchemas } from '@tidylab/domain/records';
import * as z from 'zod/mini';

export interface Intent {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export function checkIntent(intent: Intent): Result<null, RefusalCode> {
  if (!isCanonical(intent.body)) return refuse(wrongNumber(intent.body) ?? 'malformed');
  if (Object.hasOwn(postingSchemas, intent.type))
    return checkPosting(intent.type as keyof typeof postingSchemas, intent.body);
  if (intent.type === 'void-posting') {
    const body = z.safeParse(voidSchema, intent.body);
    return body.success ? decideVoid(body.data, undefined) : refuse('malformed', z.prettifyError(body.error));
  }
  return checks.get(intent.type)?.(intent.body) ?? refuse('unknown-type', intent.type);
}

type Check = (body: Intent['body']) => Result<null, RefusalCode>;

const checks = new Map<string, Check>(
  Object.entries({
    'create-record': checkRecord,
    'edit-record': (body) => parsed(editRecordSchema, body, checkEdit),
    'delete-record': (body) => parsed(deleteRecordSchema, body, checkKind),
    'undelete-record': (body) => parsed(deleteRecordSchema, body, checkKind),
    'resolve-review': (body) => parsed(resolveReviewSchema, body, checkResolve),
  } satisfies Record<string, Check>),
);

function parsed<T>(schema: z.ZodMiniType<T>, body: unknown, then: (value: T) => Result<null, RefusalCode>) {
  const read = z.safeParse(schema, body);
  return read.success ? then(read.data) : refuse('malformed' as const, z.prettifyError(read.error));
}

const checkKind = ({ kind }: { kind: string }): Result<null, RefusalCode> =>
  isRecordKind(kind) ? ok(null) : refuse('kind-unknown', kind);

/** Each value must be one that its field can hold; how the fields agree is asked once they are merged. */
export function checkEdit({ kind, set }: EditRecordBody): Result<null, RefusalCode> {
  if (!isRecordKind(kind)) return refuse('kind-unknown', kind);
  const changes = Object.entries(set);
  if (changes.length === 0) return refuse('nothing-to-change');
  const shape: Readonly<Record<string, z.ZodMiniType>> = recordSchemas[kind].shape;
  const wrong = changes.find(([field, { to }]) => !shape[field] || !z.safeParse(shape[field], to ?? null).success);
  return wrong ? refuse('record-invalid', wrong[0]) : ok(null);
}

function checkResolve(body: ResolveReviewBody): Result<null, RefusalCode> {
  if (body.fact !== resolveFact(body.review)) return refuse('malformed', 'fact');
  if (closesItself(body.review)) return refuse('review-stays', body.review);
  if (body.undelete && !isRecordKind(body.undelete.kind)) return refuse('kind-unknown', body.undelete.kind);
  return body.edit ? checkEdit(body.edit) : ok(null);
}

function checkPosting(type: keyof typeof postingSchemas, body: Intent['body']): Result<null, RefusalCode> {
  const parsed = z.safeParse(postingSchemas[type], body);
  if (!parsed.success) return refuse('malformed', z.prettifyError(parsed.error));
  return decidePosting(type.slice('post-'.length) as PostingKind, parsed.data.entries as readonly LedgerEntry[]);
}

function checkRecord(body: Intent['body']): Result<null, RefusalCode> {
  const parsed = z.safeParse(createRecordSchema, body);
  if (!parsed.success) return refuse('malformed', z.prettifyError(parsed.error));
  if (!isRecordKind(parsed.data.kind)) return refuse('kind-unknown', parsed.data.kind);
  const fields = z.safeParse(recordSchemas[parsed.data.kind], parsed.data.fields);
  return fields.success ? ok(null) : refuse('record-invalid', z.prettifyError(fields.error));
}

/** Why a body is not canonical, when a number is the reason. */
function wrongNumber(value: unknown): RefusalCode | undefined {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'quantity-not-whole';
    return Number.isSafeInteger(value) ? undefined : 'quantity-out-of-range';
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value)
    .map(wrongNumber)
    .find((code) => code !== undefined);
}
