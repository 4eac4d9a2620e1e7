import { Button } from '@mantine/core';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { type RemoveDemoCode, refusalInWords, useRemoveDemo } from '../remove-demo.ts';
import classes from './demo-banner.module.css';

function RemoveButtons({ onFailure }: { onFailure: (code: RemoveDemoCode | null) => void }) {
  const remove = useRemoveDemo();
  const [asked, setAsked] = useState(false);
  const [removing, setRemoving] = useState(false);
  const sure = async (): Promise<void> => {
    setRemoving(true);
    onFailure(null);
    const result = await remove();
    setRemoving(false);
    if (!result.ok) onFailure(result.code);
  };
  if (!asked) {
    return (
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {m.app_demo_remove()}
      </Button>
    );
  }
  return (
    <Button.Group>
      <Button color="red" loading={removing} onClick={() => void sure()}>
        {m.app_demo_remove_sure()}
      </Button>
      <Button variant="default" disabled={removing} onClick={() => setAsked(false)}>
        {m.app_demo_keep()}
      </Button>
    </Button.Group>
  );
}

/** Above every screen of a demo lab, and of no other. */
export function DemoBanner() {
  const { lab, me } = useLab();
  const [failure, setFailure] = useState<RemoveDemoCode | null>(null);
  if (lab.demo !== true) return null;
  return (
    <section className={classes.banner} aria-label={m.app_demo_label()}>
      <p className={classes.text}>{m.app_demo_banner()}</p>
      {me.role === 'admin' ? <RemoveButtons onFailure={setFailure} /> : null}
      {failure ? (
        <p className={classes.failure} role="alert">
          {refusalInWords(failure)}
        </p>
      ) : null}
    </section>
  );
}
