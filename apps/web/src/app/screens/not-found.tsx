import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

export function NotFound() {
  return (
    <>
      <PageHeader title={m.app_missing_title()} />
      <EmptyState
        icon={IconMapQuestion}
        title={m.app_missing_what()}
        action={<Link to="/">{m.app_missing_home()}</Link>}
      >
        {m.app_missing_text()}
      </EmptyState>
    </>
  );
}
