import { Button, Select, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMemo, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { useBusy } from '../../../ui/busy.ts';
import { KeyValue } from '../../../ui/key-value.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { SettingsFrame } from '../../settings/index.ts';
import { timeZones } from '../../setup/index.ts';
import classes from '../parts/people.module.css';
import { FailureNotice, ServerPart } from '../parts/server-part.tsx';
import { useServerApi } from '../server-api.ts';
import { useTell } from '../use-server.ts';

function LabForm() {
  const { lab } = useLab();
  const api = useServerApi();
  const zones = useMemo(() => [...new Set([lab.timeZone, ...timeZones()])], [lab.timeZone]);
  const { tell, failure, telling } = useTell();
  const [saved, setSaved] = useState(false);
  const form = useForm({
    initialValues: { name: lab.name, timeZone: lab.timeZone },
    validate: { name: isNotEmpty(m.app_required()), timeZone: isNotEmpty(m.app_required()) },
  });
  useBusy(form.isDirty(), 'lab settings');
  const submit = async (values: { name: string; timeZone: string }): Promise<void> => {
    setSaved(false);
    const done = await tell('/api/v1/lab', { ...values, name: values.name.trim() });
    if (done === null) return;
    form.resetDirty();
    setSaved(true);
    await api.renew();
  };
  return (
    <form className={classes.pad} onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack gap="md">
        <TextInput label={m.app_lab_name()} autoComplete="off" maxLength={120} {...form.getInputProps('name')} />
        <Select
          label={m.app_setup_zone()}
          description={m.app_setup_zone_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={zones}
          searchable
          allowDeselect={false}
          limit={60}
          nothingFoundMessage={m.app_setup_zone_empty()}
          {...form.getInputProps('timeZone')}
        />
      </Stack>
      {saved ? (
        <Notice tone="ok" role="status">
          {m.app_lab_saved()}
        </Notice>
      ) : null}
      {failure ? <FailureNotice code={failure} /> : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={telling}>
          {m.app_lab_save()}
        </Button>
      </div>
    </form>
  );
}

function LabFacts() {
  const { lab } = useLab();
  return (
    <>
      <KeyValue
        rows={[
          { key: m.app_lab_name(), value: lab.name },
          { key: m.app_setup_zone(), value: lab.timeZone },
        ]}
      />
      <p className={`${classes.pad} ${classes.text}`}>{m.app_lab_read_only()}</p>
    </>
  );
}

export default function LabPage() {
  const { me, lab } = useLab();
  return (
    <SettingsFrame title={m.app_settings_lab()}>
      <Section title={lab.name}>
        {me.role === 'admin' ? (
          <ServerPart>
            <LabForm />
          </ServerPart>
        ) : (
          <LabFacts />
        )}
      </Section>
    </SettingsFrame>
  );
}
