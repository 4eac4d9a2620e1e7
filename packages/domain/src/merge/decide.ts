/**
 * Merges an edit with what happened since its author looked (SPEC R4–R7). Decided once, by the server, in the order
 * of the feed; a device lays its own edits over what it has with `overlayEdit` until then.
 */
import * as z from 'zod/mini';
import type { RefusalCode } from '../kernel/codes.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { mergeRules, type RecordKind, type RecordOf, recordSchemas } from '../records.ts';
import type { Author, Clash, EditRecordBody, FieldValues } from './model.ts';
import { fieldsOf, groupOf, type MergePolicy, policyOf } from './rules.ts';
import { isSame } from './same.ts';
import { mergeSet } from './set.ts';

/** A record, and who wrote each of its fields last: who made it, for those that nobody edited. */
export interface Held {
  readonly kind: RecordKind;
  readonly record: RecordOf<RecordKind>;
  authorOf(field: string): Author | undefined;
}

export interface EditContext {
  readonly author: Author;
  /** False when the edit was made in another epoch: revisions mean nothing then, `from` does. */
  readonly isEpochCurrent: boolean;
  /** Why these fields may not change so, for a reason outside the record: others may have made it so meanwhile. */
  guard?(changed: FieldValues): RefusalCode | undefined;
}

export interface Merged {
  readonly record: RecordOf<RecordKind>;
  /** The fields this op is the last author of now. */
  readonly written: readonly string[];
  readonly clashes: readonly Clash[];
  /** True when some field of the edit is not current after it. */
  readonly hasLost: boolean;
}

type Change = EditRecordBody['set'][string];
interface GroupEdit {
  readonly group: string;
  readonly policy: MergePolicy;
  readonly changes: readonly (readonly [field: string, change: Change])[];
}
interface Outcome {
  readonly write?: FieldValues;
  readonly clash?: Clash;
  readonly lost?: boolean;
  readonly refused?: RefusalCode;
}

const revOf = (record: RecordOf<RecordKind>, field: string): number => record.fieldRevs[field] ?? 1;

function groupsOf(kind: RecordKind, body: EditRecordBody): GroupEdit[] {
  const rules = mergeRules[kind];
  const groups = new Map<string, [string, Change][]>();
  for (const entry of Object.entries(body.set)) {
    const group = groupOf(rules, entry[0]);
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return [...groups].map(([group, changes]) => ({ group, policy: policyOf(rules, group), changes }));
}

/** Nobody else wrote the group since the author looked; a stream's own earlier edits are not somebody else's. */
function isUnseenByNobody(held: Held, edit: GroupEdit, seenRev: number, context: EditContext): boolean {
  const fields = held.record.fields as FieldValues;
  const isOwn = (field: string): boolean => {
    const last = held.authorOf(field);
    return last !== undefined && last.dev === context.author.dev && last.n < context.author.n;
  };
  if (!context.isEpochCurrent)
    return edit.changes.every(([field, { from }]) => isSame(from, fields[field]) || isOwn(field));
  const members = fieldsOf(mergeRules[held.kind], edit.group);
  return members.every((field) => revOf(held.record, field) <= seenRev || isOwn(field));
}

function clashOf(held: Held, edit: GroupEdit, kind: Clash['kind'], code: string): Clash {
  const fields = held.record.fields as FieldValues;
  const pick = (value: (field: string, change: Change) => unknown): FieldValues =>
    Object.fromEntries(edit.changes.map(([field, change]) => [field, value(field, change) ?? null]));
  const last = lastAuthor(held, fieldsOf(mergeRules[held.kind], edit.group));
  return {
    kind,
    field: edit.group,
    code,
    yours: pick((_, { to }) => to),
    theirs: pick((field) => fields[field]),
    before: pick((_, { from }) => from),
    by: last?.user ?? '',
    when: last?.eff ?? '',
  };
}

/** Who wrote one of these fields most recently. */
function lastAuthor(held: Held, fields: readonly string[]): Author | undefined {
  return fields
    .flatMap((field) => held.authorOf(field) ?? [])
    .reduce<Author | undefined>((last, one) => (last === undefined || isLater(one, last) ? one : last), undefined);
}

const isLater = (a: Author, b: Author): boolean => (a.eff === b.eff ? a.op > b.op : a.eff > b.eff);

function mergeGroup(held: Held, edit: GroupEdit, seenRev: number, context: EditContext): Outcome {
  const fields = held.record.fields as FieldValues;
  const tos: FieldValues = Object.fromEntries(edit.changes.map(([field, { to }]) => [field, to ?? null]));
  const isCurrent = edit.changes.every(([field, { to }]) => isSame(to, fields[field]));
  if (isCurrent && edit.policy !== 'last') return {};
  const isFresh = isUnseenByNobody(held, edit, seenRev, context);
  if (!isFresh && edit.policy === 'keep') return { clash: clashOf(held, edit, 'conflict', 'conflict'), lost: true };
  const write = edit.policy === 'set' ? mergedSets(fields, edit) : tos;
  const isValid = z.safeParse(recordSchemas[held.kind], { ...fields, ...write }).success;
  if (!isValid && isFresh) return { refused: 'record-invalid' };
  const problem = isValid ? context.guard?.(write) : 'record-invalid';
  if (problem !== undefined) return { clash: clashOf(held, edit, 'conflict', problem), lost: true };
  if (isFresh || edit.policy === 'set') return { write };
  return lastByClock(held, edit, write, isCurrent, context);
}

const mergedSets = (fields: FieldValues, { changes }: GroupEdit): FieldValues =>
  Object.fromEntries(changes.map(([field, { from, to }]) => [field, mergeSet(fields[field], from, to)]));

function lastByClock(
  held: Held,
  edit: GroupEdit,
  write: FieldValues,
  isCurrent: boolean,
  context: EditContext,
): Outcome {
  const last = lastAuthor(held, fieldsOf(mergeRules[held.kind], edit.group));
  const wins = last === undefined || isLater(context.author, last);
  const clash = isCurrent ? {} : { clash: clashOf(held, edit, 'moved-twice', 'moved-twice') };
  return wins ? { write, ...clash } : { lost: !isCurrent, ...clash };
}

/** Refused only for what the edit itself says; what others did meanwhile ends in a clash, field by field. */
export function decideEdit(held: Held, body: EditRecordBody, context: EditContext): Result<Merged, RefusalCode> {
  const clashes: Clash[] = [];
  const written: string[] = [];
  let hasLost = false;
  let { record } = held;
  const rev = record.rev + 1;
  for (const edit of groupsOf(held.kind, body)) {
    const outcome = mergeGroup({ ...held, record }, edit, body.seen.rev, context);
    if (outcome.refused !== undefined) return refuse(outcome.refused, edit.group);
    if (outcome.clash) clashes.push(outcome.clash);
    hasLost ||= outcome.lost ?? false;
    if (outcome.write) record = withFields(record, outcome.write, rev);
    written.push(...Object.keys(outcome.write ?? {}));
  }
  if (record.deletedAt !== null) clashes.push(deletedClash(held, null, record.deletedAt));
  hasLost ||= record.deletedAt !== null;
  return ok({ record, written, clashes, hasLost });
}

function withFields(record: RecordOf<RecordKind>, write: FieldValues, rev: number): RecordOf<RecordKind> {
  const revs = Object.fromEntries(Object.keys(write).map((field) => [field, rev]));
  return {
    ...record,
    rev,
    fieldRevs: { ...record.fieldRevs, ...revs },
    fields: { ...record.fields, ...write },
  } as RecordOf<RecordKind>;
}

/** A change and a deletion met: the record stays deleted, and a person says whether it should. */
function deletedClash(held: Held, yours: string | null, theirs: string | null): Clash {
  const fields = ['deletedAt', ...Object.keys(held.record.fields)];
  const last = yours === null ? held.authorOf('deletedAt') : lastAuthor(held, fields);
  return {
    kind: 'edited-deleted',
    field: 'deletedAt',
    code: 'edited-deleted',
    yours: { deletedAt: yours },
    theirs: { deletedAt: theirs },
    before: { deletedAt: null },
    by: last?.user ?? '',
    when: last?.eff ?? '',
  };
}

/** Deletes, whatever others wrote meanwhile; if they did, with a clash. Deleting again changes nothing. */
export function decideDelete(held: Held, seenRev: number, context: EditContext): Merged {
  const { record } = held;
  if (record.deletedAt !== null) return { record, written: [], clashes: [], hasLost: false };
  const others = Object.keys(record.fields).some((field) => {
    const isUnseen = context.isEpochCurrent && revOf(record, field) > seenRev;
    return isUnseen && held.authorOf(field)?.dev !== context.author.dev;
  });
  const deletedAt = context.author.eff;
  const clashes = others ? [deletedClash(held, deletedAt, null)] : [];
  return { record: withDeletion(record, deletedAt), written: ['deletedAt'], clashes, hasLost: false };
}

export function decideUndelete({ record }: Held): Merged {
  if (record.deletedAt === null) return { record, written: [], clashes: [], hasLost: false };
  return { record: withDeletion(record, null), written: ['deletedAt'], clashes: [], hasLost: false };
}

const withDeletion = (record: RecordOf<RecordKind>, deletedAt: string | null): RecordOf<RecordKind> => ({
  ...record,
  rev: record.rev + 1,
  fieldRevs: { ...record.fieldRevs, deletedAt: record.rev + 1 },
  deletedAt,
});

/** What the author of an edit sees until the server has decided: their own values over what is there. */
export function overlayEdit(
  kind: RecordKind,
  record: RecordOf<RecordKind>,
  body: EditRecordBody,
): RecordOf<RecordKind> {
  const fields: Record<string, unknown> = { ...record.fields };
  for (const { policy, changes } of groupsOf(kind, body)) {
    for (const [field, { from, to }] of changes)
      fields[field] = policy === 'set' ? mergeSet(fields[field], from, to) : (to ?? null);
  }
  return { ...record, fields } as unknown as RecordOf<RecordKind>;
}
