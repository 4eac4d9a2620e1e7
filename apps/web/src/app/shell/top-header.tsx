import { ActionIcon } from '@mantine/core';
import { IconHelpCircle, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { topicOf } from '../../features/help/index.ts';
import { openPalette } from '../../features/palette/index.ts';
import { SyncButton } from '../../features/sync-sheet/index.ts';
import { m } from '../../paraglide/messages.js';
import { useLab } from '../../store/use-live.tsx';
import classes from './top-header.module.css';
import { useSignInAgain } from '../sign-in-again.ts';
import { UserMenu } from './user-menu.tsx';

function SearchButton() {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      radius="xl"
      aria-label={m.app_search()}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openPalette}
    >
      <IconSearch size={24} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

/** Opens the topic that explains the screen one is on. */
function HelpLink() {
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  if (pathname === '/help') return null;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      radius="xl"
      aria-label={m.app_help_about_this()}
      className={classes.help}
      renderRoot={(props) => <Link to="/help" search={{ topic: topicOf(pathname) }} {...props} />}
    >
      <IconHelpCircle size={24} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

export function TopHeader() {
  const { lab } = useLab();
  const navigate = useNavigate();
  const signInAgain = useSignInAgain(navigate);
  return (
    <header className={classes.header}>
      <div className={classes.lab}>
        <img src="/icons/icon.svg" alt="" width={28} height={28} className={classes.mark} />
        <span className={classes.name}>{lab.name}</span>
      </div>
      <SearchButton />
      <SyncButton onSignIn={signInAgain} />
      <HelpLink />
      <UserMenu />
    </header>
  );
}
