import { Button } from '@mantine/core';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { useIsBusy } from '../../ui/busy.ts';
import { useSubscribable } from '../../ui/device.tsx';
import { updates } from '../updates.ts';
import classes from './update-bar.module.css';

/** A quiet offer. It stays away while something is being scanned or typed, and comes back at the next start. */
export function UpdateBar() {
  const ready = useSubscribable(updates);
  const busy = useIsBusy();
  const [later, setLater] = useState(false);
  const shown = ready && !busy && !later;
  return (
    <div role="status" className={classes.place}>
      {shown ? (
        <div className={classes.bar}>
          <span className={classes.text}>{m.app_update_ready()}</span>
          <Button size="sm" onClick={() => updates.apply()}>
            {m.app_update_apply()}
          </Button>
          <Button size="sm" variant="subtle" color="gray" onClick={() => setLater(true)}>
            {m.app_update_later()}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
