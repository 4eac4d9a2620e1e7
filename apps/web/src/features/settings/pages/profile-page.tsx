import { m } from '../../../paraglide/messages.js';
import { Section } from '../../../ui/section.tsx';
import { AccountPart } from '../parts/account-part.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';

export default function ProfilePage() {
  return (
    <SettingsFrame title={m.app_settings_title()} first>
      <Section title={m.app_settings_account()}>
        <AccountPart />
      </Section>
    </SettingsFrame>
  );
}
