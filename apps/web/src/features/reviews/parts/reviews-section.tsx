/** For Home: what is to be reviewed, by kind. */
import { Link } from '@tanstack/react-router';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Row, rowLink, RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { countsByKind, openReviews } from '../queries.ts';
import { kindTitles } from '../wording.ts';
import classes from './reviews.module.css';

export function ReviewsSection() {
  const counts = useLive((replica) => countsByKind(openReviews(replica)), []);
  if (counts.length === 0) return null;
  return (
    <Section
      title={m.reviews_title()}
      aside={
        <Link to="/reviews" className={classes.more}>
          {m.reviews_all()}
        </Link>
      }
    >
      <RowList>
        {counts.map(({ kind, count }) => (
          <Row
            key={kind}
            title={
              <Link to="/reviews" hash={kind} className={rowLink}>
                {kindTitles[kind]()}
              </Link>
            }
            end={<span className={classes.count}>{count}</span>}
          />
        ))}
      </RowList>
    </Section>
  );
}
