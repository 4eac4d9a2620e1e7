/** What the palette can do in this app: screens, modes of the scan loop, and the few actions that every screen has. */
import { IconLogout, IconMoon, IconPlus, IconScan, IconSun } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { may, type Role } from '@tidylab/domain/permissions/permissions';
import type { PaletteCommand } from '../../features/palette/index.ts';
import { chooseMode, modeWords, scanModes } from '../../features/scan/index.ts';
import { settingsSections } from '../../features/settings/index.ts';
import { m } from '../../paraglide/messages.js';
import { useLab } from '../../store/use-live.tsx';
import { useSyncControl } from '../../sync/index.ts';
import { leave } from '../boot-store.ts';
import { device } from '../device.ts';
import { nav, screens } from '../features.ts';

type Open = (to: string) => void;

const screenCommands = (open: Open): PaletteCommand[] =>
  nav.map(({ to, label, icon }) => ({ id: to, label: label(), icon, kind: 'screen', run: () => open(to) }));

const settingsCommands = (open: Open, role: Role): PaletteCommand[] =>
  settingsSections(role)
    .filter(({ to }) => to !== '/settings')
    .map(({ to, label, text, icon }) => ({
      id: to,
      label: `${m.app_nav_settings()}: ${label()}`,
      words: text(),
      icon,
      kind: 'screen',
      run: () => open(to),
    }));

const scanCommands = (open: Open): PaletteCommand[] =>
  scanModes.map((mode) => ({
    id: `scan-${mode}`,
    label: m.app_palette_scan({ mode: modeWords[mode]() }),
    icon: IconScan,
    kind: 'action',
    run: () => {
      chooseMode(mode);
      open('/scan');
    },
  }));

/** Only where there is such a screen, and for whom may use it. */
function newItemCommands(open: Open, role: Role): PaletteCommand[] {
  const path = '/items/new';
  if (!screens.some((screen) => screen.path === path) || !may(role, 'create-item')) return [];
  return [{ id: path, label: m.app_palette_new_item(), icon: IconPlus, kind: 'action', run: () => open(path) }];
}

function themeCommand(): PaletteCommand {
  const isDark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
  return {
    id: 'theme',
    label: m.app_palette_theme({ theme: isDark ? m.app_palette_theme_light() : m.app_palette_theme_dark() }),
    words: m.app_settings_theme(),
    icon: isDark ? IconSun : IconMoon,
    kind: 'action',
    run: () => device.preferences.change({ theme: isDark ? 'light' : 'dark' }),
  };
}

/** With changes that are not sent, Settings says first what signing out means for them. */
const signOutCommand = (open: Open, unsent: () => number): PaletteCommand => ({
  id: 'sign-out',
  label: m.app_sign_out(),
  icon: IconLogout,
  kind: 'action',
  run: () => (unsent() > 0 ? open('/settings') : void leave()),
});

/** Made anew each time the palette opens: labels follow the language, offers the role. */
export function useCommands(): () => readonly PaletteCommand[] {
  const router = useRouter();
  const { role } = useLab().me;
  const control = useSyncControl();
  return useCallback(() => {
    const open: Open = (to) => void router.navigate({ to });
    return [
      ...scanCommands(open),
      ...newItemCommands(open, role),
      ...screenCommands(open),
      ...settingsCommands(open, role),
      themeCommand(),
      signOutCommand(open, () => control.status().unsent),
    ];
  }, [router, role, control]);
}
