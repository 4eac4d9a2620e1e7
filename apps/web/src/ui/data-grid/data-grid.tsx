/**
 * The one list of the product: a table from 768 px on, cards below, from one list of columns, for any number of
 * rows. It sorts what it is given; filtering is the screen's. `loading`, `empty` and `filtered` choose what stands
 * there when there are no rows.
 */
import { NativeSelect, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { RowData } from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { type GridColumn, type GridSort, sortRows } from './columns.ts';
import classes from './data-grid.module.css';
import { GridCards } from './grid-cards.tsx';
import { GridTable } from './grid-table.tsx';
import { RowsSkeleton } from '../skeletons.tsx';

export interface DataGridProps<T> {
  /** What the list is, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  /** Given together, the screen keeps the order (in its address, say); without them the grid does. */
  readonly sort?: GridSort | null;
  readonly onSort?: (sort: GridSort) => void;
  /** Nothing is known yet. */
  readonly loading?: boolean;
  /** Rows were left out by a filter; then no rows means that none fits. */
  readonly filtered?: boolean;
  readonly empty: ReactNode;
  readonly filterEmpty?: ReactNode;
}

export function DataGrid<T extends RowData>(props: DataGridProps<T>) {
  const { label, columns, rows, rowKey } = props;
  const [ownSort, setOwnSort] = useState<GridSort | null>(null);
  const sort = props.sort === undefined ? ownSort : props.sort;
  const onSort = props.onSort ?? setOwnSort;
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  if (rows.length === 0) {
    if (props.loading) return <RowsSkeleton label={m.items_loading()} rows={8} />;
    return props.filtered ? (props.filterEmpty ?? props.empty) : props.empty;
  }
  if (wide)
    return <GridTable label={label} columns={columns} rows={sorted} rowKey={rowKey} sort={sort} onSort={onSort} />;
  return (
    <Stack gap="xs">
      <SortChoice columns={columns} sort={sort} onSort={onSort} />
      <GridCards label={label} columns={columns} rows={sorted} rowKey={rowKey} />
    </Stack>
  );
}

/** Cards have no headers to press. */
function SortChoice<T>(props: {
  columns: readonly GridColumn<T>[];
  sort: GridSort | null;
  onSort: (sort: GridSort) => void;
}) {
  const { columns, sort, onSort } = props;
  const sortable = columns.filter((column) => column.compare !== undefined);
  if (sortable.length === 0) return null;
  const choices = sortable.flatMap(({ id, header }) => [
    { value: `${id} asc`, label: m.items_grid_ascending({ column: header }) },
    { value: `${id} desc`, label: m.items_grid_descending({ column: header }) },
  ]);
  const value = sort ? `${sort.id} ${sort.desc ? 'desc' : 'asc'}` : '';
  const choose = (text: string): void => {
    const [id = '', direction] = text.split(' ');
    if (id !== '') onSort({ id, desc: direction === 'desc' });
  };
  return (
    <label className={classes.sortChoice}>
      <span>{m.items_grid_sort()}</span>
      <NativeSelect
        value={value}
        data={sort ? choices : [{ value: '', label: m.items_grid_unsorted() }, ...choices]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </label>
  );
}
