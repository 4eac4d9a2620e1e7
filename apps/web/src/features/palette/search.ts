/**
 * Finding things by what people call them, over the whole replica. The texts are folded once for each record; a
 * query is one pass over them. What was opened lately wins between equals.
 */
import type { Replica } from '@tidylab/sync/replica/replica';
import { foldText } from '../../ui/data-grid/search-text.ts';
import { catalogueOf, rankOf, type SearchEntry } from '../items/index.ts';

export type ThingKind = 'item' | 'location' | 'container' | 'lot';

export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
  readonly search: SearchEntry;
}

interface Index {
  readonly version: number;
  readonly things: readonly Thing[];
}

const indexes = new WeakMap<Replica, Index>();

/** Folded once for each record: a record is never changed, a new revision is another object. */
const entries = new WeakMap<object, SearchEntry>();

function entry(record: object, name: string, code: string): SearchEntry {
  const known = entries.get(record);
  if (known) return known;
  const made = { name: foldText(name), others: code.toLowerCase() };
  entries.set(record, made);
  return made;
}

/** Everything that can be found, in the order of the kinds. The same array for the same state of the replica. */
export function thingsOf(replica: Replica): readonly Thing[] {
  const known = indexes.get(replica);
  if (known?.version === replica.version) return known.things;
  const things: Thing[] = catalogueOf(replica).map(({ id, search }) => ({ kind: 'item', id, search }));
  for (const [id, record] of replica.records('location')) {
    const { name, code } = record.fields;
    if (record.deletedAt === null) things.push({ kind: 'location', id, search: entry(record, name, code) });
  }
  for (const [id, record] of replica.records('container')) {
    const { label, code } = record.fields;
    if (record.deletedAt === null) things.push({ kind: 'container', id, search: entry(record, label, code) });
  }
  for (const [id, record] of replica.records('lot')) {
    if (record.deletedAt === null) things.push({ kind: 'lot', id, search: entry(record, record.fields.lotNumber, '') });
  }
  indexes.set(replica, { version: replica.version, things });
  return things;
}

export const keyOf = ({ kind, id }: Pick<Thing, 'kind' | 'id'>): string => `${kind}:${id}`;

/** The rank of a name or code that is exactly what was typed. */
const exact = 0;
const othersFrom = 1;

function place({ search }: Thing, words: readonly string[], query: string): number | null {
  const rank = rankOf(search, words);
  if (rank === null) return null;
  return search.name === query || search.others === query ? exact : rank + othersFrom;
}

/**
 * The best of the things that hold all the words.
 * @param recent keys of what was opened lately: first among those that fit equally well.
 */
export function findThings(
  things: readonly Thing[],
  words: readonly string[],
  recent: ReadonlySet<string>,
  max: number,
): readonly Thing[] {
  if (words.length === 0) return [];
  const query = words.join(' ');
  const byRank: { recent: Thing[]; rest: Thing[] }[] = [];
  for (const thing of things) {
    const rank = place(thing, words, query);
    if (rank === null) continue;
    const bin = (byRank[rank] ??= { recent: [], rest: [] });
    if (recent.has(keyOf(thing))) bin.recent.push(thing);
    else if (bin.rest.length < max) bin.rest.push(thing);
  }
  return byRank.flatMap((bin) => [...bin.recent, ...bin.rest]).slice(0, max);
}
