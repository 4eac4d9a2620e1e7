import { Button } from '@mantine/core';
import { m } from '../../paraglide/messages.js';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { BrokenCode } from '../boot-state.ts';

const words: Readonly<Record<BrokenCode, { title: () => string; text: () => string }>> = {
  'storage-lost': { title: m.app_recovery_lost_title, text: m.app_recovery_lost_text },
  'storage-full': { title: m.app_recovery_full_title, text: m.app_recovery_full_text },
  'newer-version': { title: m.app_recovery_newer_title, text: m.app_recovery_newer_text },
};

interface RecoveryScreenProps {
  readonly code: BrokenCode;
  readonly unsent?: number | undefined;
  readonly onRetry: () => void;
}

/** The device's storage cannot be used. Nothing here deletes anything. */
export function RecoveryScreen({ code, unsent = 0, onRetry }: RecoveryScreenProps) {
  const { title, text } = words[code];
  return (
    <main id="main" style={{ padding: 16 }}>
      <ErrorPanel
        title={title()}
        actions={
          <>
            <Button onClick={onRetry}>{m.common_retry()}</Button>
            <Button variant="default" onClick={() => location.reload()}>
              {m.app_recovery_restart()}
            </Button>
          </>
        }
      >
        <p>{text()}</p>
        {unsent > 0 ? <Notice tone="info">{m.app_recovery_unsent({ n: unsent })}</Notice> : null}
      </ErrorPanel>
    </main>
  );
}
