import type { ReactNode } from 'react';
import classes from './key-value.module.css';

export interface KeyValueRow {
  readonly key: string;
  readonly value: ReactNode;
}

/** Names and values in two columns; one under the other where it is narrow. */
export function KeyValue({ rows }: { rows: readonly KeyValueRow[] }) {
  return (
    <dl className={classes.list}>
      {rows.map(({ key, value }) => (
        <div key={key} className={classes.row}>
          <dt className={classes.key}>{key}</dt>
          <dd className={classes.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
