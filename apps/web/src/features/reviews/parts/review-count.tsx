import { useLive } from '../../../store/use-live.tsx';
import { openReviews } from '../queries.ts';
import classes from './reviews.module.css';

/** How many there are, beside a name that says of what. */
export function ReviewCount() {
  const count = useLive((replica) => openReviews(replica).length, []);
  return count === 0 ? null : <span className={classes.count}>{count}</span>;
}
