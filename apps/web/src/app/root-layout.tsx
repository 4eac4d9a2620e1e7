import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAppState } from './boot-store.ts';
import { Shell } from './shell/shell.tsx';
import { useArrivalFocus } from './shell/use-arrival-focus.ts';
import { useGlobalKeys } from './shell/use-global-keys.ts';

/** The shell around those who are signed in; the bare screen for those at a door. */
export function RootLayout() {
  const state = useAppState((app) => app.state);
  const router = useRouter();
  const navigate = useNavigate();
  useArrivalFocus();
  useGlobalKeys(navigate);
  useEffect(() => useAppState.subscribe((now, before) => (now.state === before.state ? undefined : void router.invalidate())), [router]);
  if (state !== 'ready') return <Outlet />;
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}
