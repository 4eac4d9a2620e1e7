/**
 * A real table whose rows are there only while they are near the view. What is left out stands as one empty row
 * above and one below, hidden from assistive technology; `aria-rowcount` and `aria-rowindex` tell the truth.
 */
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { type ColumnDef, type RowData, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import type { GridColumn, GridSort } from './columns.ts';
import { nextSort } from './columns.ts';
import classes from './data-grid.module.css';
import { useKeyOf, useWindowRows } from './use-window-rows.ts';

/** The table is given the rows near the view, filtered and sorted: so its cost does not grow with the list. */
const features = tableFeatures({});

const toDef = <T extends RowData>(column: GridColumn<T>): ColumnDef<typeof features, T> => ({
  id: column.id,
  header: column.header,
  cell: ({ row }) => column.cell(row.original),
});

interface GridTableProps<T> {
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly sort: GridSort | null;
  readonly onSort: (sort: GridSort) => void;
}

export function GridTable<T extends RowData>({ label, columns, rows, rowKey, sort, onSort }: GridTableProps<T>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const defs = useMemo(() => columns.map(toDef), [columns]);
  const shown = useWindowRows(body, { count: rows.length, rowHeight: 56, keyOf: useKeyOf(rows, rowKey) });
  const near = useMemo(() => shown.items.flatMap(({ index }) => rows[index] ?? []), [shown.items, rows]);
  const table = useTable({ features, columns: defs, data: near, getRowId: rowKey });
  const visible = table.getRowModel().rows;
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  return (
    <table className={classes.table} aria-label={label} aria-rowcount={rows.length + 1}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={column.width === undefined ? undefined : { width: column.width }} />
        ))}
      </colgroup>
      <thead className={columns.length === 1 ? classes.alone : undefined}>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} aria-rowindex={1}>
            {group.headers.map(({ id, column: { id: columnId } }) => (
              <HeaderCell
                key={id}
                label={byId.get(columnId)?.header ?? ''}
                end={byId.get(columnId)?.align === 'end'}
                sorted={sort?.id === columnId ? (sort.desc ? 'desc' : 'asc') : false}
                onSort={byId.get(columnId)?.compare ? () => onSort(nextSort(sort, columnId)) : null}
              />
            ))}
          </tr>
        ))}
      </thead>
      <tbody ref={body} onKeyDown={shown.onKeyDown}>
        <Gap height={shown.before} columns={columns.length} />
        {shown.items.map(({ index, key }, at) => {
          const row = visible[at];
          return row ? (
            <tr key={String(key)} ref={shown.measure} data-index={index} aria-rowindex={index + 2}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} data-align={byId.get(cell.column.id)?.align}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ) : null;
        })}
        <Gap height={shown.after} columns={columns.length} />
      </tbody>
    </table>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className={classes.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

const sortWord = { asc: 'ascending', desc: 'descending' } as const;

function HeaderCell(props: {
  label: string;
  end: boolean;
  sorted: false | 'asc' | 'desc';
  onSort: (() => void) | null;
}) {
  const { label, end, sorted, onSort } = props;
  const Icon = sorted === 'asc' ? IconArrowUp : sorted === 'desc' ? IconArrowDown : IconArrowsSort;
  return (
    <th scope="col" data-align={end ? 'end' : undefined} aria-sort={sorted ? sortWord[sorted] : undefined}>
      {onSort ? (
        <button
          type="button"
          className={classes.sort}
          data-sorted={sorted === false ? undefined : sorted}
          onClick={onSort}
        >
          <span>{label}</span>
          <Icon size={16} aria-hidden />
        </button>
      ) : (
        label
      )}
    </th>
  );
}
