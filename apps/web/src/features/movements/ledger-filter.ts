/** The ledger as its screen shows it: newest first, by kind, person and text. */
import { isCount, isVirtual, type Posting, postingKinds, type PostingKind } from '@tidylab/domain/ledger/model';
import { stampMs } from '@tidylab/domain/kernel/stamp';
import { itemOfLot, recentPostings } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { nameOfPlace } from './place.ts';
import { foldText, queryWords } from '../../ui/data-grid/search-text.ts';

export interface LedgerSearch {
  readonly q?: string;
  readonly kind?: PostingKind;
  readonly person?: string;
}

const isKind = (text: unknown): text is PostingKind => postingKinds.some((kind) => kind === text);
const textOf = (raw: unknown): string =>
  typeof raw === 'string' || typeof raw === 'number' ? String(raw).slice(0, 200) : '';

/** What an address asks for; what it does not know, it drops. */
export function ledgerSearch(raw: Record<string, unknown>): LedgerSearch {
  const q = textOf(raw['q']);
  const person = textOf(raw['person']);
  return {
    ...(q === '' ? {} : { q }),
    ...(isKind(raw['kind']) ? { kind: raw['kind'] } : {}),
    ...(person === '' ? {} : { person }),
  };
}

/** All postings, newest first. */
export const allPostings = (replica: Replica): readonly Posting[] => recentPostings(replica, Number.MAX_SAFE_INTEGER);

/** The people who recorded something, by name. */
export function peopleOf(replica: Replica, postings: readonly Posting[]): { id: string; name: string | null }[] {
  const ids = new Set(postings.map((posting) => posting.user));
  return [...ids]
    .map((id) => ({ id, name: replica.record('person', id)?.fields.name ?? null }))
    .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
}

/** Folds each name once for a whole search. */
function folder(replica: Replica): { lot: (id: string) => string; place: (place: string) => string } {
  const lots = new Map<string, string>();
  const places = new Map<string, string>();
  const remember = (held: Map<string, string>, key: string, make: () => string): string => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const text = foldText(make());
    held.set(key, text);
    return text;
  };
  const lotText = (id: string): string => {
    const found = itemOfLot(replica, id);
    return found ? [found.item.name, ...found.item.synonyms, found.item.cas ?? '', found.lot.lotNumber].join('\n') : '';
  };
  const placeText = (place: string): string => {
    const name = nameOfPlace(replica, place);
    if (name.kind === 'virtual') return '';
    const path = name.path.map((step) => step.name);
    return (name.kind === 'container' ? [name.label ?? '', ...path] : path).join('\n');
  };
  return {
    lot: (id) => remember(lots, id, () => lotText(id)),
    place: (place) => (isVirtual(place) ? '' : remember(places, place, () => placeText(place))),
  };
}

export function filterPostings(
  replica: Replica,
  postings: readonly Posting[],
  search: LedgerSearch,
): readonly Posting[] {
  const words = queryWords(search.q ?? '');
  if (words.length === 0 && search.kind === undefined && search.person === undefined) return postings;
  const text = folder(replica);
  const mentions = (posting: Posting): boolean => {
    const parts = [foldText(posting.note ?? ''), foldText(posting.reason ?? '')];
    for (const entry of posting.entries) {
      parts.push(text.lot(entry.what));
      if (isCount(entry)) parts.push(text.place(entry.place));
      else parts.push(text.place(entry.from), text.place(entry.to));
    }
    return words.every((word) => parts.some((part) => part.includes(word)));
  };
  return postings.filter(
    (posting) =>
      (search.kind === undefined || posting.kind === search.kind) &&
      (search.person === undefined || posting.user === search.person) &&
      (words.length === 0 || mentions(posting)),
  );
}

/** When it happened, Unix ms. */
export const postingMs = (posting: Posting): number => stampMs(posting.eff);
