import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { type Role, roles } from '@tidylab/domain/permissions/permissions';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useBusy } from '../../../ui/busy.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { roleWords, SettingsFrame } from '../../settings/index.ts';
import { CodeCard } from '../parts/code-card.tsx';
import classes from '../parts/people.module.css';
import { FailureNotice, ServerPart } from '../parts/server-part.tsx';
import { codeSchema, type OneTimeCode, peoplePath } from '../people-schema.ts';
import { useTell } from '../use-server.ts';

interface NewPerson {
  readonly name: string;
  readonly login: string;
  readonly role: Role;
}

interface Added {
  readonly person: NewPerson;
  readonly code: OneTimeCode;
}

function PersonForm({ onAdded }: { onAdded: (added: Added) => void }) {
  const { tell, failure, telling } = useTell(codeSchema);
  const form = useForm<NewPerson>({
    initialValues: { name: '', login: '', role: 'user' },
    validate: {
      name: isNotEmpty(m.app_required()),
      login: (login) =>
        login.trim() === '' ? m.app_required() : /\s/u.test(login.trim()) ? m.app_login_spaces() : null,
    },
  });
  useBusy(form.isDirty(), 'new person');
  const submit = async ({ name, login, role }: NewPerson): Promise<void> => {
    const person = { name: name.trim(), login: login.trim(), role };
    const code = await tell(peoplePath, person);
    if (code) onAdded({ person, code });
  };
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack gap="lg">
        <TextInput label={m.app_settings_person()} autoComplete="off" maxLength={120} {...form.getInputProps('name')} />
        <TextInput
          label={m.app_login()}
          description={m.app_people_login_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          {...form.getInputProps('login')}
        />
        <Radio.Group
          label={m.app_settings_role()}
          description={<Link to="/settings/roles">{m.app_roles_table()}</Link>}
          {...form.getInputProps('role')}
        >
          <Stack gap={12} mt={8}>
            {roles.toReversed().map((role) => (
              <Radio key={role} size="md" value={role} label={roleWords[role]()} />
            ))}
          </Stack>
        </Radio.Group>
        {failure ? <FailureNotice code={failure} /> : null}
        <PrimaryButton type="submit" loading={telling}>
          {m.app_people_add()}
        </PrimaryButton>
      </Stack>
    </form>
  );
}

function AddPerson() {
  const [added, setAdded] = useState<Added | null>(null);
  if (!added) return <PersonForm onAdded={setAdded} />;
  return (
    <>
      <Notice tone="ok" role="status">
        {m.app_people_added({ name: added.person.name })}
      </Notice>
      <Section title={m.app_people_code()} plain>
        <CodeCard given={added.code} person={added.person} />
      </Section>
      <div className={classes.buttons}>
        <Button renderRoot={(props) => <Link to="/settings/people" {...props} />}>{m.app_people_done()}</Button>
        <Button variant="default" onClick={() => setAdded(null)}>
          {m.app_people_another()}
        </Button>
      </div>
    </>
  );
}

export default function NewPersonPage() {
  return (
    <SettingsFrame title={m.app_people_add()} back={<Link to="/settings/people">{m.app_people_back()}</Link>}>
      <ServerPart>
        <AddPerson />
      </ServerPart>
    </SettingsFrame>
  );
}
