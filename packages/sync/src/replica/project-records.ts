/**
 * What own ops do to records and reviews until the base holds them (SPEC R8): their author sees their own values, and a
 * review that they resolved is gone. What the server makes of it comes with the page that covers the op.
 */
import { overlayEdit } from '@tidylab/domain/merge/decide';
import type { DeleteRecordBody, EditRecordBody, ResolveReviewBody } from '@tidylab/domain/merge/model';
import { type CreateRecordBody, isRecordKind, type RecordKind, type RecordOf } from '@tidylab/domain/records';
import type { Part } from '../protocol/messages.ts';
import { type OwnOp, ownEff } from './coverage.ts';

type AnyRecord = RecordOf<RecordKind>;

/** Records as the ops before left them. */
class Overlay {
  readonly #parts = new Map<string, Part>();

  constructor(private readonly base: { get(kind: string, key: string): unknown }) {}

  get parts(): Part[] {
    return [...this.#parts.values()];
  }

  get(kind: string, key: string): AnyRecord | undefined {
    const own = this.#parts.get(`${kind}\n${key}`);
    return (own ? own.value : this.base.get(kind, key)) as AnyRecord | undefined;
  }

  put(kind: string, key: string, value: unknown): void {
    this.#parts.set(`${kind}\n${key}`, { kind, key, value });
  }
}

export function projectRecords(own: readonly OwnOp[], base: { get(kind: string, key: string): unknown }): Part[] {
  const overlay = new Overlay(base);
  for (const row of own) projections.get(row.op.type)?.(overlay, row);
  return overlay.parts;
}

type Projection = (overlay: Overlay, row: OwnOp) => void;

const projections = new Map<string, Projection>(
  Object.entries({
    'create-record': (overlay, { op }) => {
      const { kind, id, fields } = op.body as CreateRecordBody;
      if (overlay.get(kind, id) !== undefined) return;
      overlay.put(kind, id, { rev: 0, fieldRevs: {}, deletedAt: null, fields });
    },
    'edit-record': (overlay, { op }) => edit(overlay, op.body as EditRecordBody),
    'delete-record': (overlay, row) => setDeleted(overlay, row.op.body as DeleteRecordBody, ownEff(row)),
    'undelete-record': (overlay, { op }) => setDeleted(overlay, op.body as DeleteRecordBody, null),
    'resolve-review': (overlay, { op }) => {
      const body = op.body as ResolveReviewBody;
      overlay.put('review', body.review, null);
      if (body.undelete) setDeleted(overlay, body.undelete, null);
      if (body.edit) edit(overlay, body.edit);
    },
  } satisfies Record<string, Projection>),
);

function edit(overlay: Overlay, body: EditRecordBody): void {
  const record = overlay.get(body.kind, body.id);
  if (record && isRecordKind(body.kind)) overlay.put(body.kind, body.id, overlayEdit(body.kind, record, body));
}

function setDeleted(overlay: Overlay, { kind, id }: DeleteRecordBody, deletedAt: string | null): void {
  const record = overlay.get(kind, id);
  if (record)
    overlay.put(kind, id, { ...record, deletedAt: deletedAt === null ? null : (record.deletedAt ?? deletedAt) });
}
