/** What every card of a review shares: a name, a text, a failure. */
import type { Op } from '@tidylab/sync/protocol/op';
import type { ReactNode } from 'react';
import classes from './reviews.module.css';

interface CardProps {
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly failure?: string | null;
  readonly children?: ReactNode;
}

export function Card({ title, text, failure = null, children }: CardProps) {
  return (
    <li className={classes.card}>
      <h3 className={classes.head}>{title}</h3>
      {text ? <p className={classes.text}>{text}</p> : null}
      {children}
      {failure === null ? null : (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
    </li>
  );
}

export interface CardOf<T> {
  readonly review: T;
  readonly onResolved: (op: Op) => void;
}
