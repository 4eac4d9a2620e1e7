import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './skeletons.module.css';

/** Rows that are about to come. `label` is what a screen reader says meanwhile. */
export function RowsSkeleton({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div role="status" className={classes.card}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={classes.row} aria-hidden>
          <div className={classes.text}>
            <Skeleton height={14} width={`${62 - ((at * 17) % 30)}%`} />
            <Skeleton height={11} width={`${38 - ((at * 11) % 18)}%`} />
          </div>
          <Skeleton height={16} width={64} />
        </div>
      ))}
    </div>
  );
}

/** A heading and its rows. */
export function PageSkeleton({ label }: { label: string }) {
  return (
    <div className={classes.page}>
      <Skeleton height={30} width="min(14rem, 60%)" aria-hidden />
      <RowsSkeleton label={label} />
    </div>
  );
}
