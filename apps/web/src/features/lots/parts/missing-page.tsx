import { IconMapSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useSyncStatus } from '../../../sync/index.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageSkeleton } from '../../../ui/skeletons.tsx';

interface MissingPageProps {
  /** The screen's heading: Item, Lot, Container, Location. */
  readonly title: string;
  readonly back?: ReactNode;
}

/** An address that names a record this device does not hold: still on its way, or never seen. */
export function MissingPage({ title, back }: MissingPageProps) {
  const { hasData, phase } = useSyncStatus();
  if (!hasData && phase === 'starting') return <PageSkeleton label={m.items_loading()} />;
  return (
    <>
      <PageHeader title={title} back={back} />
      <EmptyState title={m.items_not_found()} icon={IconMapSearch}>
        {m.items_not_found_text()}
      </EmptyState>
    </>
  );
}
