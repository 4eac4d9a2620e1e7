import { m } from '../../../paraglide/messages.js';
import { Section } from '../../../ui/section.tsx';
import { StorageRows } from '../../sync-sheet/index.ts';
import { DevicePart } from '../parts/device-part.tsx';
import { InstallPart } from '../parts/install-part.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';

export default function DevicePage() {
  return (
    <SettingsFrame title={m.app_settings_device()}>
      <Section title={m.app_settings_look()}>
        <DevicePart />
      </Section>
      <Section title={m.app_settings_install()}>
        <InstallPart />
      </Section>
      <Section title={m.app_settings_storage()}>
        <StorageRows />
      </Section>
    </SettingsFrame>
  );
}
