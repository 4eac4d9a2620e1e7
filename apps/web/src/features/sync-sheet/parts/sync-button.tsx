import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconLock,
  IconRefresh,
} from '@tabler/icons-react';
import { lazy, Suspense, useRef } from 'react';
import { useSyncStatus, type SyncPhase } from '../../../sync/index.ts';
import { cloudFace } from '../cloud-face.ts';
import { cloudWords } from '../cloud-words.ts';
import { useWhen } from './use-when.ts';
import classes from './sync-button.module.css';

const SyncSheet = lazy(() => import('./sync-sheet.tsx'));

const icons: Readonly<Record<SyncPhase, typeof IconCloudUp>> = {
  starting: IconRefresh,
  synced: IconCloudCheck,
  'to-send': IconCloudUp,
  sending: IconRefresh,
  offline: IconCloudOff,
  attention: IconAlertTriangle,
  locked: IconLock,
};

/** The one cloud of the app. Its words are its name; colour and icon only repeat them. */
export function SyncButton({ onSignIn }: { onSignIn: () => void }) {
  const [opened, sheet] = useDisclosure(false);
  const [wanted, want] = useDisclosure(false);
  const button = useRef<HTMLButtonElement>(null);
  const face = cloudFace(useSyncStatus());
  const words = cloudWords(face, useWhen());
  const Icon = icons[face.phase];
  const open = (): void => {
    want.open();
    sheet.open();
  };
  return (
    <>
      <UnstyledButton
        ref={button}
        className={classes.cloud}
        data-tone={face.tone}
        data-phase={face.phase}
        onClick={open}
        aria-haspopup="dialog"
      >
        <Icon size={20} stroke={1.9} aria-hidden className={classes.icon} />
        <span className={classes.full}>{words.text}</span>
        <span className={classes.short}>{words.short}</span>
      </UnstyledButton>
      {wanted ? (
        <Suspense fallback={null}>
          <SyncSheet
            opened={opened}
            onClose={sheet.close}
            onClosed={() => button.current?.focus()}
            onSignIn={onSignIn}
          />
        </Suspense>
      ) : null}
    </>
  );
}
