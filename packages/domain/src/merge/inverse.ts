/**
 * Undo (SPEC R11): undoing anything is another op, made from the op alone, so that it works offline, after a restart and on
 * another device. An op that nothing takes back says why. docs/undo.md is this list in words.
 */
import { uuidv5 } from '../kernel/ids.ts';
import { postingKinds, type PostingBody, type VoidBody } from '../ledger/model.ts';
import type { DeleteRecordBody, EditRecordBody, ResolveReviewBody } from './model.ts';

/** An op as undoing needs it: what was recorded, and when in the order of the lab. */
export interface Undoable {
  readonly id: string;
  readonly type: string;
  readonly eff: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the person who undoes sees of the record now. */
export type SeenNow = EditRecordBody['seen'];

export interface Inverse {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Why an op has no inverse. */
export type NoInverse = 'already-an-undo' | 'closed-for-good';

type InverseOf = (op: Undoable, seen: SeenNow) => Inverse | NoInverse;

const voidOf: InverseOf = ({ id, type, eff, body }) => {
  const { entries } = body as unknown as PostingBody;
  const kind = type.slice('post-'.length) as VoidBody['target']['kind'];
  return {
    type: 'void-posting',
    body: { fact: uuidv5(`void:${id}`), target: { op: id, kind, eff, entries: [...entries] } },
  };
};

const swapped = ({ kind, id, set }: EditRecordBody, seen: SeenNow): Inverse => ({
  type: 'edit-record',
  body: {
    kind,
    id,
    seen,
    set: Object.fromEntries(
      Object.entries(set).map(([field, { from, to }]) => [field, { from: to ?? null, to: from ?? null }]),
    ),
  },
});

const sameRecord =
  (type: string): InverseOf =>
  ({ body }, seen) => {
    const { kind, id } = body as DeleteRecordBody;
    return { type, body: { kind, id, seen } };
  };

const inverses: ReadonlyMap<string, InverseOf> = new Map<string, InverseOf>([
  ...postingKinds.map((kind): [string, InverseOf] => [`post-${kind}`, voidOf]),
  ['void-posting', () => 'already-an-undo'],
  ['create-record', sameRecord('delete-record')],
  ['edit-record', ({ body }, seen) => swapped(body as EditRecordBody, seen)],
  ['delete-record', sameRecord('undelete-record')],
  ['undelete-record', sameRecord('delete-record')],
  [
    'resolve-review',
    ({ body }, seen) => {
      const { edit, undelete } = body as ResolveReviewBody;
      if (edit) return swapped(edit, seen);
      return undelete ? { type: 'delete-record', body: { ...undelete, seen } } : 'closed-for-good';
    },
  ],
]);

/** Every type of op that there is an answer for. */
export const undoTypes: readonly string[] = [...inverses.keys()];

/** The op that undoes an op, or why there is none; undefined for a type that is not known. */
export const inverseOf = (op: Undoable, seen: SeenNow): Inverse | NoInverse | undefined =>
  inverses.get(op.type)?.(op, seen);
