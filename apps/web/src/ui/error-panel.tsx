import { IconMoodSad } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './error-panel.module.css';
import { usePageTitle } from './page-title.ts';

interface ErrorPanelProps {
  readonly title: string;
  /** What it means for the person's work, in a sentence or two. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** For the person who reports it; folded away. */
  readonly technical?: string | undefined;
  readonly technicalLabel?: string;
}

/** A whole screen's worth of "this did not work". */
export function ErrorPanel({ title, children, actions, technical, technicalLabel }: ErrorPanelProps) {
  usePageTitle(title);
  return (
    <div className={classes.panel} role="alert">
      <IconMoodSad size={44} stroke={1.5} aria-hidden className={classes.icon} />
      <h1 className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      <div className={classes.text}>{children}</div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
      {technical ? (
        <details className={classes.details}>
          <summary>{technicalLabel}</summary>
          <pre className={classes.pre} tabIndex={0}>
            {technical}
          </pre>
        </details>
      ) : null}
    </div>
  );
}
