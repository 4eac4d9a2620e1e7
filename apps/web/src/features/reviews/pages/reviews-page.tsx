/** Everything that a person must look at, by kind, each with its ways on. */
import { Stack } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import type { Op } from '@tidylab/sync/protocol/op';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { useSyncStatus } from '../../../sync/index.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { RowsSkeleton } from '../../../ui/skeletons.tsx';
import { BelowZeroCard } from '../parts/below-zero-card.tsx';
import type { CardOf } from '../parts/card.tsx';
import { Resolved } from '../parts/resolved.tsx';
import { ClashCard } from '../parts/clash-card.tsx';
import { RejectedCard } from '../parts/rejected-card.tsx';
import classes from '../parts/reviews.module.css';
import { countsByKind, openReviews, type OpenReview } from '../queries.ts';
import { kindTitles } from '../wording.ts';

/** A long list is looked at from its top; what is resolved makes room. */
const shownMax = 100;

function ReviewCard({ review, onResolved }: CardOf<OpenReview>) {
  const { kind, clash } = review.value;
  if (clash) return <ClashCard review={review} clash={clash} onResolved={onResolved} />;
  if (kind === 'below-zero') return <BelowZeroCard review={review} />;
  return <RejectedCard review={review} onResolved={onResolved} />;
}

export default function ReviewsPage() {
  const reviews = useLive(openReviews, []);
  const { hasData } = useSyncStatus();
  const [done, setDone] = useState<Op | null>(null);
  return (
    <Stack gap="lg">
      <PageHeader title={m.reviews_title()} description={m.reviews_description()} />
      <Resolved done={done} onUndone={() => setDone(null)} />
      {countsByKind(reviews).map(({ kind, count }) => (
        <Section key={kind} title={kindTitles[kind]()} aside={<span className={classes.count}>{count}</span>}>
          <RowList label={kindTitles[kind]()}>
            {reviews
              .filter(({ value }) => value.kind === kind)
              .slice(0, shownMax)
              .map((review) => (
                <ReviewCard key={review.id} review={review} onResolved={setDone} />
              ))}
          </RowList>
        </Section>
      ))}
      {reviews.length > 0 || !hasData ? null : (
        <EmptyState icon={IconChecklist} title={m.reviews_empty()}>
          {m.reviews_empty_text()}
        </EmptyState>
      )}
      {reviews.length > 0 || hasData ? null : <RowsSkeleton label={m.reviews_loading()} />}
    </Stack>
  );
}
