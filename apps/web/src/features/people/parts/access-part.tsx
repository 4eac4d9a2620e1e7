import { Button } from '@mantine/core';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { type PersonEntry, personPath } from '../people-schema.ts';
import { useTell } from '../use-server.ts';
import classes from './people.module.css';
import { FailureNotice } from './server-part.tsx';

/** Disabling takes two taps: it ends sessions at once. */
export function AccessPart({ person: { id, name, disabled } }: { person: PersonEntry }) {
  const { tell, failure, telling } = useTell();
  const [asked, setAsked] = useState(false);
  const act = async (what: 'disable' | 'enable'): Promise<void> => {
    await tell(personPath(id, what));
    setAsked(false);
  };
  return (
    <div className={classes.pad}>
      <p className={classes.text}>{disabled ? m.app_people_enable_text() : m.app_people_disable_text()}</p>
      <div className={classes.buttons}>
        {disabled ? (
          <Button loading={telling} onClick={() => void act('enable')}>
            {m.app_people_enable()}
          </Button>
        ) : null}
        {!disabled && !asked ? (
          <Button variant="default" onClick={() => setAsked(true)}>
            {m.app_people_disable()}
          </Button>
        ) : null}
        {!disabled && asked ? (
          <>
            <Button color="red" loading={telling} onClick={() => void act('disable')}>
              {m.app_people_disable_sure({ name })}
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              {m.app_people_keep()}
            </Button>
          </>
        ) : null}
      </div>
      {failure ? <FailureNotice code={failure} /> : null}
    </div>
  );
}
