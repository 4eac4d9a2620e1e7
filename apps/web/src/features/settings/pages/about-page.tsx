import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { useDevice } from '../../../ui/device.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import { Section } from '../../../ui/section.tsx';
import { RowsSkeleton } from '../../../ui/skeletons.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';

const LicenceList = lazy(() => import('../parts/licence-list.tsx'));

function Licences() {
  const [shown, show] = useState(false);
  if (shown) {
    return (
      <Suspense fallback={<RowsSkeleton label={m.common_loading()} />}>
        <LicenceList />
      </Suspense>
    );
  }
  return (
    <SettingRow label={m.app_about_licences_text()}>
      <Button variant="default" onClick={() => show(true)}>
        {m.app_about_licences_show()}
      </Button>
    </SettingRow>
  );
}

export default function AboutPage() {
  const { version } = useDevice();
  const { lab } = useLab();
  return (
    <SettingsFrame title={m.app_settings_about()}>
      <Section title="TidyLab">
        <KeyValue
          rows={[
            { key: m.app_sync_version(), value: version },
            { key: m.app_settings_lab(), value: lab.name },
          ]}
        />
      </Section>
      <Section title={m.app_about_licences()}>
        <Licences />
      </Section>
    </SettingsFrame>
  );
}
