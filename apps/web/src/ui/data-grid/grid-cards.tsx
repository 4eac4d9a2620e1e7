/** The same rows as cards, for narrow screens: a heading, then the other columns beside their labels. */
import { useRef } from 'react';
import type { GridColumn } from './columns.ts';
import classes from './data-grid.module.css';
import { useWindowRows } from './use-window-rows.ts';

interface GridCardsProps<T> {
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
}

export function GridCards<T>({ label, columns, rows, rowKey }: GridCardsProps<T>) {
  const body = useRef<HTMLUListElement>(null);
  const keyOf = (index: number): string => {
    const row = rows[index];
    return row === undefined ? '' : rowKey(row);
  };
  const shown = useWindowRows(body, { count: rows.length, rowHeight: 112, keyOf });
  return (
    <ul
      ref={body}
      className={classes.cards}
      aria-label={label}
      style={{ paddingTop: shown.before, paddingBottom: shown.after }}
      onKeyDown={shown.onKeyDown}
    >
      {shown.items.map(({ index, key }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <li key={String(key)} ref={shown.measure} data-index={index} aria-setsize={rows.length} aria-posinset={index + 1}>
            <Card columns={columns} row={row} />
          </li>
        );
      })}
    </ul>
  );
}

function Card<T>({ columns, row }: { columns: readonly GridColumn<T>[]; row: T }) {
  return (
    <div className={classes.card}>
      {columns.map((column) => {
        const place = column.card ?? 'line';
        if (place === 'none') return null;
        const content = column.cell(row);
        if (content === null || content === undefined || content === '') return null;
        return (
          <div key={column.id} className={classes[place]}>
            {place === 'line' ? <span className={classes.label}>{column.header}</span> : null}
            <div>{content}</div>
          </div>
        );
      })}
    </div>
  );
}
