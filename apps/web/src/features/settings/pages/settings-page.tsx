import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import { StorageRows } from '../../sync-sheet/index.ts';
import { AccountPart } from '../parts/account-part.tsx';
import { DevicePart } from '../parts/device-part.tsx';
import { InstallPart } from '../parts/install-part.tsx';
import classes from './settings-page.module.css';

export default function SettingsPage() {
  return (
    <>
      <PageHeader title={m.app_settings_title()} />
      <div className={classes.parts}>
        <Section title={m.app_settings_device()}>
          <DevicePart />
        </Section>
        <Section title={m.app_settings_install()}>
          <InstallPart />
        </Section>
        <Section title={m.app_settings_storage()}>
          <StorageRows />
        </Section>
        <Section title={m.app_settings_account()}>
          <AccountPart />
        </Section>
      </div>
    </>
  );
}
