import type { ReactNode } from 'react';
import classes from './page-header.module.css';
import { usePageTitle } from './page-title.ts';

interface PageHeaderProps {
  readonly title: string;
  /** One line under the heading. */
  readonly description?: ReactNode;
  /** A link back, above the heading. */
  readonly back?: ReactNode;
  /** Buttons; beside the heading where there is room. */
  readonly actions?: ReactNode;
}

/** The one h1 of a screen. It takes the focus after a navigation, so that a screen reader says where it is. */
export function PageHeader({ title, description, back, actions }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className={classes.header}>
      {back ? <div className={classes.back}>{back}</div> : null}
      <div className={classes.row}>
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {description ? <p className={classes.description}>{description}</p> : null}
    </header>
  );
}
