import type { ComponentType, ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What to do now, in a sentence. */
  readonly children?: ReactNode;
  readonly icon?: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;
  /** The button that does it. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, icon: Icon, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {Icon ? (
        <span className={classes.icon}>
          <Icon size={32} stroke={1.5} aria-hidden />
        </span>
      ) : null}
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
