/** The same rows as cards, for narrow screens: a heading, then the other columns beside their labels. */
import { useRef } from 'react';
import type { GridColumn } from './columns.ts';
import classes from './data-grid.module.css';
import { useKeyOf, useWindowRows } from './use-window-rows.ts';

interface GridCardsProps<T> {
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
}

export function GridCards<T>({ label, columns, rows, rowKey }: GridCardsProps<T>) {
  const body = useRef<HTMLUListElement>(null);
  const keyOf = useKeyOf(rows, rowKey);
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
          <li
            key={String(key)}
            ref={shown.measure}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
          >
            <Card columns={columns} row={row} />
          </li>
        );
      })}
    </ul>
  );
}

function Card<T>({ columns, row }: { columns: readonly GridColumn<T>[]; row: T }) {
  const shown = columns.flatMap((column) => {
    const content = column.cell(row);
    const empty = content === null || content === undefined || content === '';
    return empty ? [] : [{ column, place: column.card ?? 'labelled', content }];
  });
  const below = shown.filter(({ place }) => place === 'labelled' || place === 'plain');
  return (
    <div className={classes.card}>
      {shown.map(({ column, place, content }) =>
        place === 'heading' || place === 'beside' ? (
          <div key={column.id} className={classes[place]}>
            {content}
          </div>
        ) : null,
      )}
      {below.length === 0 ? null : (
        <div className={classes.below}>
          {below.map(({ column, place, content }) => (
            <div key={column.id} className={classes.detail}>
              {place === 'labelled' ? <span className={classes.label}>{column.header} </span> : null}
              {content}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
