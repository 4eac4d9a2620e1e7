import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { ScanEverywhere } from '../features/scan/index.ts';
import { useAppState } from './boot-store.ts';
import { makeScanPorts } from './scan-ports.ts';
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
  if (state !== 'ready') return <Outlet />;
  return (
    <ScanEverywhere ports={scanPorts}>
      <Shell>
        <Outlet />
      </Shell>
    </ScanEverywhere>
  );
}
