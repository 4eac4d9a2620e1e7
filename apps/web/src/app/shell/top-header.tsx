import { useNavigate } from '@tanstack/react-router';
import { SyncButton } from '../../features/sync-sheet/index.ts';
import { useLab } from '../../store/use-live.tsx';
import classes from './top-header.module.css';
import { useSignInAgain } from '../sign-in-again.ts';
import { UserMenu } from './user-menu.tsx';

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
      <SyncButton onSignIn={signInAgain} />
      <UserMenu />
    </header>
  );
}
