import type { ReactNode } from 'react';
import classes from './entry-card.module.css';
import { usePageTitle } from './page-title.ts';

interface EntryCardProps {
  readonly title: string;
  readonly description: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** A screen before the app proper: the mark, a heading, a form. */
export function EntryCard({ title, description, children, wide = false }: EntryCardProps) {
  usePageTitle(title);
  return (
    <main className={classes.screen} id="main">
      <div className={classes.card} data-wide={wide || undefined}>
        <img src="/icons/icon.svg" alt="TidyLab" width={56} height={56} />
        <div>
          <h1 className={classes.title} tabIndex={-1}>
            {title}
          </h1>
          <p className={classes.description}>{description}</p>
        </div>
        {children}
      </div>
    </main>
  );
}
