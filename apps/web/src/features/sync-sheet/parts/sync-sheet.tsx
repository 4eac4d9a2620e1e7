import { Button, Stack } from '@mantine/core';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLab } from '../../../store/use-live.tsx';
import { useSyncControl, useSyncStatus, type SyncStatus } from '../../../sync/index.ts';
import { useDevice } from '../../../ui/device.tsx';
import { formatAge } from '../../../ui/format.ts';
import { KeyValue } from '../../../ui/key-value.tsx';
import { Notice, type Tone } from '../../../ui/notice.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { StorageRows } from './storage-rows.tsx';
import { changesInWords, problemInWords } from '../change-words.ts';
import classes from './sync-sheet.module.css';
import { useWhen } from './use-when.ts';

function sentence(status: SyncStatus): { tone: Tone; text: string } {
  const { phase, unsent, rejected, parked } = status;
  if (phase === 'attention') return { tone: 'warn', text: m.app_sync_attention({ n: rejected + parked }) };
  if (phase === 'locked') return { tone: 'warn', text: m.app_sync_locked() };
  if (phase === 'offline') return { tone: 'info', text: m.app_sync_offline() };
  if (phase === 'starting') return { tone: 'info', text: m.app_sync_starting() };
  if (phase === 'sending') return { tone: 'info', text: m.app_sync_sending() };
  if (unsent > 0) return { tone: 'info', text: m.app_sync_to_send({ n: unsent }) };
  return { tone: 'ok', text: m.app_sync_synced() };
}

function Facts({ status }: { status: SyncStatus }) {
  const { now } = useLab();
  const when = useWhen();
  const locale = getLocale();
  const { contactMs, unsent, unsentByType, oldestUnsentMs } = status;
  const rows = [
    { key: m.app_sync_contact(), value: contactMs === null ? m.app_sync_contact_never() : when(contactMs) },
    {
      key: m.app_sync_waiting(),
      value: unsent === 0 ? m.app_sync_waiting_none() : changesInWords(unsentByType, locale),
    },
  ];
  if (oldestUnsentMs !== null) rows.push({ key: m.app_sync_oldest(), value: formatAge(oldestUnsentMs, now(), locale) });
  return <KeyValue rows={rows} />;
}

interface SyncSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onClosed: () => void;
  readonly onSignIn: () => void;
}

export default function SyncSheet({ opened, onClose, onClosed, onSignIn }: SyncSheetProps) {
  const status = useSyncStatus();
  const control = useSyncControl();
  const { version } = useDevice();
  const { tone, text } = sentence(status);
  const needsSignIn =
    status.phase === 'locked' || status.problem === 'signed-out' || status.problem === 'new-stream-needed';
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      onClosed={onClosed}
      title={m.app_sync_title()}
      closeLabel={m.common_close()}
    >
      <Stack gap="md">
        <Notice tone={tone} role="status">
          {text}
        </Notice>
        {status.problem === null ? null : <p className={classes.problem}>{problemInWords(status.problem)}</p>}
        <div className={classes.facts}>
          <Facts status={status} />
          <StorageRows />
          <KeyValue rows={[{ key: m.app_sync_version(), value: version }]} />
        </div>
        {needsSignIn ? (
          <PrimaryButton onClick={onSignIn}>{m.app_sync_sign_in()}</PrimaryButton>
        ) : (
          <PrimaryButton onClick={() => control.sendNow()}>
            {status.unsent > 0 ? m.app_sync_send_now() : m.app_sync_try_now()}
          </PrimaryButton>
        )}
        <Button variant="default" onClick={onClose}>
          {m.common_close()}
        </Button>
      </Stack>
    </SidePanel>
  );
}
