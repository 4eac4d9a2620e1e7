/** The list's filters, and their form in the address. */
import { soonUntil } from '../lots/index.ts';
import { queryWords } from '../../ui/data-grid/search-text.ts';
import type { ItemRow } from './catalogue.ts';
import { rankOf } from './search.ts';

export const itemStates = ['low', 'soon', 'expired', 'none'] as const;
export type ItemState = (typeof itemStates)[number];
export const sortIds = ['name', 'stock', 'places', 'expiry'] as const;

export interface ItemSearch {
  readonly q?: string;
  readonly category?: string;
  readonly state?: ItemState;
  readonly sort?: (typeof sortIds)[number];
  readonly desc?: true;
}

/** What an address asks for; what it does not know, it drops. A number typed as a query arrives as one. */
export function itemSearch(raw: Record<string, unknown>): ItemSearch {
  const text = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
  const state = itemStates.find((known) => known === raw['state']);
  const sort = sortIds.find((known) => known === raw['sort']);
  const q = text(raw['q']);
  const category = text(raw['category']);
  return {
    ...(q === '' ? {} : { q }),
    ...(category === '' ? {} : { category }),
    ...(state ? { state } : {}),
    ...(sort ? { sort } : {}),
    ...(raw['desc'] === true && sort ? { desc: true as const } : {}),
  };
}

export const isLow = ({ item, qty }: ItemRow): boolean => item.minimum !== null && qty < item.minimum;

/** @param today the lab's calendar date. @param until the last day that is soon. */
export function hasState(row: ItemRow, state: ItemState, today: string, until: string = soonUntil(today)): boolean {
  if (state === 'low') return isLow(row);
  if (state === 'none') return row.qty <= 0;
  if (row.nextExpiry === null) return false;
  // Dates as text compare as dates do, a hundred times faster than counting days for each of 100,000 rows.
  return state === 'expired' ? row.nextExpiry < today : row.nextExpiry >= today && row.nextExpiry <= until;
}

/** The rows that fit; with words, the best ones first, else in the order given. */
export function filterItems(rows: readonly ItemRow[], search: ItemSearch, today: string): readonly ItemRow[] {
  const words = queryWords(search.q ?? '');
  const { category, state } = search;
  const until = soonUntil(today);
  const fits = (row: ItemRow): boolean =>
    (category === undefined || row.item.category === category) &&
    (state === undefined || hasState(row, state, today, until));
  if (words.length === 0) return category === undefined && state === undefined ? rows : rows.filter(fits);
  const byRank: ItemRow[][] = [];
  for (const row of rows) {
    const rank = rankOf(row.search, words);
    if (rank !== null && fits(row)) (byRank[rank] ??= []).push(row);
  }
  return byRank.flat();
}

export const isFiltered = ({ q, category, state }: ItemSearch): boolean =>
  queryWords(q ?? '').length > 0 || category !== undefined || state !== undefined;
