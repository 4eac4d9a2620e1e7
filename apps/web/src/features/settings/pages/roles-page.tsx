import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { roles } from '@tidylab/domain/permissions/permissions';
import { m } from '../../../paraglide/messages.js';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { holds, permissionSentences } from '../permission-sentences.ts';
import { roleWords } from '../role-words.ts';
import classes from './roles-page.module.css';

function Mark({ yes }: { yes: boolean }) {
  const Icon = yes ? IconCheck : IconMinus;
  return (
    <>
      <Icon size={20} stroke={yes ? 2.4 : 1.6} aria-hidden className={yes ? classes.yes : classes.no} />
      <VisuallyHidden>{yes ? m.app_roles_yes() : m.app_roles_no()}</VisuallyHidden>
    </>
  );
}

export default function RolesPage() {
  return (
    <SettingsFrame title={m.app_settings_roles()} description={m.app_roles_intro()}>
      <table className={classes.table}>
        <caption className={classes.caption}>{m.app_roles_table()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.app_roles_what()}</th>
            {roles.map((role) => (
              <th key={role} scope="col" className={classes.role}>
                {roleWords[role]()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionSentences.map((sentence) => (
            <tr key={sentence.acts.join()}>
              <th scope="row">{sentence.text()}</th>
              {roles.map((role) => (
                <td key={role}>
                  <Mark yes={holds(role, sentence)} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{m.app_may_lab()}</th>
            {roles.map((role) => (
              <td key={role}>
                <Mark yes={role === 'admin'} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </SettingsFrame>
  );
}
