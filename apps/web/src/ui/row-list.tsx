import type { ReactNode } from 'react';
import classes from './row-list.module.css';

/** Rows of a card, 56 px high under a thumb. The children are `Row`s. */
export function RowList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** At the end of the row: a quantity, a date, a control. */
  readonly end?: ReactNode;
  /** Before the title: an icon. */
  readonly start?: ReactNode;
}

/** A link as `title` covers the whole row when it has the class `rowLink`. */
export function Row({ title, detail, end, start }: RowProps) {
  return (
    <li className={classes.row}>
      {start ? <span className={classes.start}>{start}</span> : null}
      <div className={classes.text}>
        <div className={classes.title}>{title}</div>
        {detail ? <div className={classes.detail}>{detail}</div> : null}
      </div>
      {end ? <div className={classes.end}>{end}</div> : null}
    </li>
  );
}

export const rowLink = classes.link;
