import { Button } from '@mantine/core';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { codeSchema, type OneTimeCode, type PersonEntry, personPath } from '../people-schema.ts';
import { useTell } from '../use-server.ts';
import { CodeCard } from './code-card.tsx';
import classes from './people.module.css';
import { FailureNotice } from './server-part.tsx';

export function CodePart({ person }: { person: PersonEntry }) {
  const { tell, failure, telling } = useTell(codeSchema);
  const [given, setGiven] = useState<OneTimeCode | null>(null);
  const make = async (): Promise<void> => setGiven(await tell(personPath(person.id, 'code')));
  return (
    <div className={classes.pad}>
      {given ? <CodeCard given={given} person={person} /> : <p className={classes.text}>{m.app_people_code_text()}</p>}
      <div className={classes.buttons}>
        <Button variant="default" loading={telling} onClick={() => void make()}>
          {m.app_people_code_make()}
        </Button>
      </div>
      {failure ? <FailureNotice code={failure} /> : null}
    </div>
  );
}
