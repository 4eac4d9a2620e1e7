import { Button } from '@mantine/core';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { useSyncControl, useSyncStatus } from '../../../sync/index.ts';
import { KeyValue } from '../../../ui/key-value.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAccount } from '../../sign-in/index.ts';
import { roleWords } from '../role-words.ts';
import classes from './account-part.module.css';
import { LanguagePart } from './device-part.tsx';

function SignOut() {
  const { signOut } = useAccount();
  const control = useSyncControl();
  const { unsent } = useSyncStatus();
  const [leaving, setLeaving] = useState(false);
  const leave = async (): Promise<void> => {
    setLeaving(true);
    await signOut();
  };
  return (
    <div className={classes.leave}>
      <Notice tone={unsent > 0 ? 'warn' : 'info'}>
        {unsent > 0 ? m.app_sign_out_unsent({ n: unsent }) : m.app_sign_out_clean()}
      </Notice>
      <div className={classes.buttons}>
        {unsent > 0 ? (
          <Button variant="filled" onClick={() => control.sendNow()}>
            {m.app_sync_send_now()}
          </Button>
        ) : null}
        <Button variant="default" loading={leaving} onClick={() => void leave()}>
          {unsent > 0 ? m.app_sign_out_anyway({ n: unsent }) : m.app_sign_out()}
        </Button>
      </div>
    </div>
  );
}

export function AccountPart() {
  const { me, lab } = useLab();
  return (
    <>
      <KeyValue
        rows={[
          { key: m.app_settings_person(), value: me.name },
          { key: m.app_login(), value: me.login },
          { key: m.app_settings_role(), value: roleWords[me.role]() },
          { key: m.app_settings_lab(), value: lab.name },
        ]}
      />
      <div className={classes.line}>
        <LanguagePart />
      </div>
      <SignOut />
    </>
  );
}
