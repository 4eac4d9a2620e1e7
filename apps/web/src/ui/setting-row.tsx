import type { ReactNode } from 'react';
import classes from './setting-row.module.css';

interface SettingRowProps {
  readonly label: ReactNode;
  readonly text?: ReactNode;
  readonly children: ReactNode;
}

/** One choice: its name and what it does at the start, the control at the end or below. */
export function SettingRow({ label, text, children }: SettingRowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <div className={classes.label}>{label}</div>
        {text ? <div className={classes.text}>{text}</div> : null}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
