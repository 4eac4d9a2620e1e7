import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { ScanEverywhere } from '../features/scan/index.ts';
import { useAppState } from './boot-store.ts';
import { isDoor, isOpenToAll } from './detour.ts';
import { makeScanPorts } from './scan-ports.ts';
import { PendingPage } from './screens/pending-page.tsx';
import { Shell } from './shell/shell.tsx';
import { useArrivalFocus } from './shell/use-arrival-focus.ts';

/** The shell around those who are signed in; the bare screen for those at a door. */
export function RootLayout() {
  const state = useAppState((app) => app.state);
  const router = useRouter();
  useArrivalFocus();
  const scanPorts = useMemo(() => makeScanPorts((path) => void router.navigate({ to: path })), [router]);
  useEffect(
    () => useAppState.subscribe((now, before) => (now.state === before.state ? undefined : void router.invalidate())),
    [router],
  );
  // Between a change of state and the detour it leads to, the screen that is still there may not be drawn.
  const at = useRouterState({ select: ({ matches, location }) => matches.at(-1)?.pathname ?? location.pathname });
  const isReady = state === 'ready';
  const screen = isDoor(at) === isReady && !isOpenToAll(at) ? <PendingPage /> : <Outlet />;
  if (!isReady) return screen;
  return (
    <ScanEverywhere ports={scanPorts}>
      <Shell>{screen}</Shell>
    </ScanEverywhere>
  );
}
