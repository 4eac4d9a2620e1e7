/** The sections of Settings in their order: what the list beside them and the palette offer. */
import {
  IconBuilding,
  IconDatabaseExport,
  IconDeviceMobile,
  IconInfoCircle,
  IconShieldCheck,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import type { Role } from '@tidylab/domain/permissions/permissions';
import { m } from '../../paraglide/messages.js';
import type { NavEntry } from '../../ui/navigation.ts';

export interface SettingsSection extends Pick<NavEntry, 'to' | 'label' | 'icon'> {
  /** What is in it, in a few words. */
  readonly text: () => string;
  readonly adminOnly?: boolean;
}

const sections: readonly SettingsSection[] = [
  { to: '/settings', label: m.app_settings_profile, text: m.app_settings_profile_text, icon: IconUser },
  { to: '/settings/device', label: m.app_settings_device, text: m.app_settings_device_text, icon: IconDeviceMobile },
  { to: '/settings/lab', label: m.app_settings_lab, text: m.app_settings_lab_text, icon: IconBuilding },
  {
    to: '/settings/people',
    label: m.app_settings_people,
    text: m.app_settings_people_text,
    icon: IconUsers,
    adminOnly: true,
  },
  { to: '/settings/roles', label: m.app_settings_roles, text: m.app_settings_roles_text, icon: IconShieldCheck },
  {
    to: '/settings/backup',
    label: m.app_settings_backup,
    text: m.app_settings_backup_text,
    icon: IconDatabaseExport,
    adminOnly: true,
  },
  { to: '/settings/about', label: m.app_settings_about, text: m.app_settings_about_text, icon: IconInfoCircle },
];

export const settingsSections = (role: Role): readonly SettingsSection[] =>
  sections.filter(({ adminOnly }) => !adminOnly || role === 'admin');
