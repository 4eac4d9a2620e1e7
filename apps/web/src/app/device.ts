/** The browser's side of what screens ask of the device. Made once, early: the browser's offer to install comes once. */
import { watchInstall } from '../platform/install/install.ts';
import { preferences } from '../platform/preferences/preferences.ts';
import { askToKeepStorage, readStorage } from '../platform/storage/storage.ts';
import type { Device } from '../ui/device.tsx';
import { appVersion } from './open-lab.ts';

export const device: Device = {
  version: appVersion,
  preferences,
  storage: { read: readStorage, askToKeep: askToKeepStorage },
  install: watchInstall(),
};
