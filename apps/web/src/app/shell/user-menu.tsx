import { ActionIcon, Menu } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { topicOf } from '../../features/help/index.ts';
import { m } from '../../paraglide/messages.js';
import { useLab } from '../../store/use-live.tsx';
import { nav } from '../features.ts';

/** Who works here, and the screens that the phone's bar has no room for. */
export function UserMenu() {
  const { me } = useLab();
  const navigate = useNavigate();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  // Help opens at the topic of the screen it is asked from.
  const searchOf = (to: string): { topic?: string } => (to === '/help' ? { topic: topicOf(pathname) } : {});
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} radius="xl" aria-label={m.app_user_menu()}>
          <IconUserCircle size={26} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{m.app_signed_in_as({ name: me.name })}</Menu.Label>
        {nav
          .filter(({ bar }) => bar !== 'yes' && bar !== 'main')
          .map(({ to, label, icon: Icon }) => (
            <Menu.Item
              key={to}
              leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
              onClick={() => void navigate({ to, search: searchOf(to) })}
            >
              {label()}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
