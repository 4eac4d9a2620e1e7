import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Beside the heading: a link, a count. */
  readonly aside?: ReactNode;
  /** Without the card, for contents that draw their own. */
  readonly plain?: boolean;
}

/** A titled part of a screen, a landmark of its own. */
export function Section({ title, children, aside, plain = false }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {aside}
      </div>
      <div className={plain ? undefined : classes.card}>{children}</div>
    </section>
  );
}
