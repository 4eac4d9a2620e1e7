import { SegmentedControl } from '@mantine/core';
import { roles } from '@tidylab/domain/permissions/permissions';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { roleWords } from '../../settings/index.ts';
import { type PersonEntry, personPath } from '../people-schema.ts';
import { useServerApi } from '../server-api.ts';
import { useTell } from '../use-server.ts';
import classes from './people.module.css';
import { FailureNotice } from './server-part.tsx';

export function RolePart({ person }: { person: PersonEntry }) {
  const { me } = useLab();
  const api = useServerApi();
  const { tell, failure, telling } = useTell();
  const [saved, setSaved] = useState(false);
  const choose = async (role: string): Promise<void> => {
    setSaved(false);
    const done = await tell(personPath(person.id, 'role'), { role });
    setSaved(done !== null);
    if (person.id === me.id) await api.renew();
  };
  return (
    <div className={classes.pad}>
      <p className={classes.text}>{m.app_people_role_hint()}</p>
      <SegmentedControl
        aria-label={m.app_settings_role()}
        value={person.role}
        disabled={telling}
        data={roles.toReversed().map((role) => ({ value: role, label: roleWords[role]() }))}
        onChange={(role) => void choose(role)}
      />
      {saved ? (
        <Notice tone="ok" role="status">
          {m.app_people_role_saved({ role: roleWords[person.role]() })}
        </Notice>
      ) : null}
      {failure ? <FailureNotice code={failure} /> : null}
    </div>
  );
}
