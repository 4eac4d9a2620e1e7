import { IconFlask2, IconSparkles } from '@tabler/icons-react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { useSyncStatus } from '../../../sync/index.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RowsSkeleton } from '../../../ui/skeletons.tsx';
import { useFormat } from '../../movements/index.ts';
import { openReviews, ReviewsSection } from '../../reviews/index.ts';
import { HomeActions } from '../parts/home-actions.tsx';
import {
  BelowZeroSection,
  ChangesSection,
  ExpiringSection,
  LowSection,
  RecentSection,
} from '../parts/home-sections.tsx';
import { belowZero, changesThatNeedSomeone, expiringLots, lowItems } from '../queries.ts';
import classes from './home-page.module.css';

function Needs() {
  const today = useFormat().today();
  const needs = useLive(
    (replica) => ({
      reviews: openReviews(replica),
      changes: changesThatNeedSomeone(replica),
      below: belowZero(replica),
      expiring: expiringLots(replica, today),
      low: lowItems(replica),
    }),
    [today],
  );
  const nothing = Object.values(needs).every((list) => list.length === 0);
  if (nothing) {
    return (
      <div className={classes.card}>
        <EmptyState icon={IconSparkles} title={m.app_home_clear_title()}>
          {m.app_home_clear_text()}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={classes.column}>
      <ReviewsSection />
      <ChangesSection changes={needs.changes} />
      <BelowZeroSection rows={needs.below} />
      <ExpiringSection lots={needs.expiring} />
      <LowSection items={needs.low} />
    </div>
  );
}

function Contents() {
  const { hasData } = useSyncStatus();
  const isEmpty = useLive((replica) => replica.records('item').size === 0, []);
  if (isEmpty && !hasData) return <RowsSkeleton label={m.app_home_fetching()} />;
  if (isEmpty) {
    return (
      <div className={classes.card}>
        <EmptyState icon={IconFlask2} title={m.app_home_new_title()}>
          {m.app_home_new_text()}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={classes.columns}>
      <Needs />
      <RecentSection />
    </div>
  );
}

export default function HomePage() {
  return (
    <>
      <PageHeader title={m.app_home_title()} />
      <HomeActions />
      <Contents />
    </>
  );
}
