import type { ReactNode } from 'react';
import classes from './big-number.module.css';

interface BigNumberProps {
  readonly value: string;
  /** The unit, smaller and after the number. */
  readonly unit?: string;
  readonly tone?: 'plain' | 'warn' | 'danger';
  /** Under the number: where it comes from. */
  readonly children?: ReactNode;
}

/** A quantity legible at arm's length. */
export function BigNumber({ value, unit, tone = 'plain', children }: BigNumberProps) {
  return (
    <div>
      <p className={classes.number} data-tone={tone}>
        {value}
        {unit ? <span className={classes.unit}> {unit}</span> : null}
      </p>
      {children ? <div className={classes.below}>{children}</div> : null}
    </div>
  );
}
