/** Test builder: a server's side of one record, merging edits in the order they arrive. */
import { assert } from '../kernel/assert.ts';
import { makeStamp } from '../kernel/stamp.ts';
import type { RecordKind, RecordOf } from '../records.ts';
import { decideDelete, decideEdit, type EditContext, type Held, type Merged } from './decide.ts';
import { guardRecord, type Surroundings } from './guards.ts';
import type { Author, Clash, EditRecordBody, FieldValues } from './model.ts';

export const recordId = '01890000-0000-7000-8000-0000000000aa';

export const edit = (
  kind: string,
  rev: number,
  changes: Record<string, [from: unknown, to: unknown]>,
): EditRecordBody => ({
  kind,
  id: recordId,
  seen: { epoch: 'e', rev },
  set: Object.fromEntries(Object.entries(changes).map(([field, [from, to]]) => [field, { from, to }])),
});

/** The n-th op of a device, at `ms`; one person to each device. */
export const by = (dev: string, n: number, ms: number): Author => ({
  dev,
  n,
  user: dev,
  op: `op ${dev}${n}`,
  eff: makeStamp(ms, 0),
});

export class MergingRecord {
  record: RecordOf<RecordKind>;
  readonly clashes: Clash[] = [];
  readonly #authors = new Map<string, Author>([['', by('maker', 1, 1)]]);

  constructor(
    readonly kind: RecordKind,
    fields: FieldValues,
    private readonly around: Surroundings = { parentOf: () => null, hasMovements: () => false },
  ) {
    this.record = { rev: 1, fieldRevs: {}, deletedAt: null, fields } as unknown as RecordOf<RecordKind>;
  }

  get fields(): FieldValues {
    return this.record.fields as FieldValues;
  }

  edit(author: Author, body: EditRecordBody, isEpochCurrent = true): Merged {
    const merged = decideEdit(this.#held(), body, this.#context(author, isEpochCurrent));
    assert(merged.ok, `the edit is refused: ${JSON.stringify(merged)}`);
    return this.#take(author, merged.value);
  }

  refusalOf(author: Author, body: EditRecordBody): string | undefined {
    const merged = decideEdit(this.#held(), body, this.#context(author, true));
    return merged.ok ? undefined : merged.code;
  }

  delete(author: Author, seenRev: number): Merged {
    return this.#take(author, decideDelete(this.#held(), seenRev, this.#context(author, true)));
  }

  #held(): Held {
    const { kind, record } = this;
    return { kind, record, authorOf: (field) => this.#authors.get(field) ?? this.#authors.get('') };
  }

  #context(author: Author, isEpochCurrent: boolean): EditContext {
    const guard = (changed: FieldValues) =>
      guardRecord({ kind: this.kind, id: recordId }, this.around, this.fields, changed);
    return { author, isEpochCurrent, guard };
  }

  #take(author: Author, merged: Merged): Merged {
    this.record = merged.record;
    this.clashes.push(...merged.clashes);
    for (const field of merged.written) this.#authors.set(field, author);
    return merged;
  }
}
