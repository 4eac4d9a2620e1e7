import { Button } from '@mantine/core';
import { m } from '../../../paraglide/messages.js';
import { useDevice, useSubscribable } from '../../../ui/device.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';

export function InstallPart() {
  const { install } = useDevice();
  const state = useSubscribable(install);
  if (state === 'installed') return <SettingRow label={m.app_settings_install_done()}>{null}</SettingRow>;
  if (state === 'offered') {
    return (
      <SettingRow label={m.app_settings_install_text()}>
        <Button onClick={() => void install.prompt()}>{m.app_settings_install()}</Button>
      </SettingRow>
    );
  }
  const how = install.isAppleTouch ? m.app_settings_install_apple() : m.app_settings_install_menu();
  return (
    <SettingRow label={m.app_settings_install_text()} text={how}>
      {null}
    </SettingRow>
  );
}
