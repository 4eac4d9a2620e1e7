/** One list of columns for both shapes of a grid: a table from 768 px on, cards below. */
import type { ReactNode } from 'react';

export interface GridColumn<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Ascending order. A column without it cannot be sorted by. */
  readonly compare?: (a: T, b: T) => number;
  /** Numbers stand at the end, so that their digits line up. */
  readonly align?: 'end';
  /** CSS width in the table; without it the column takes its share of what is left. */
  readonly width?: string;
  /**
   * Where it goes on a card: its heading, the number beside that, or below with or without its label.
   * Default: `labelled`.
   */
  readonly card?: 'heading' | 'beside' | 'labelled' | 'plain' | 'none';
}

export interface GridSort {
  readonly id: string;
  readonly desc: boolean;
}

/** The rows in the order asked for; equal ones keep their order, in both directions. */
export function sortRows<T>(
  rows: readonly T[],
  columns: readonly GridColumn<T>[],
  sort: GridSort | null,
): readonly T[] {
  const compare = sort ? columns.find((column) => column.id === sort.id)?.compare : undefined;
  if (!sort || !compare) return rows;
  return [...rows].sort(sort.desc ? (a, b) => compare(b, a) : compare);
}

/** What a press on a column's header asks for: ascending first, then descending, and so on. */
export const nextSort = (sort: GridSort | null, id: string): GridSort => ({ id, desc: sort?.id === id && !sort.desc });
