import { MantineProvider } from '@mantine/core';
import { ok } from '@tidylab/domain/kernel/result';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { type RemoveDemo, RemoveDemoContext } from '../features/demo/index.ts';
import { type Joining, JoiningContext, type ServerApi, ServerApiContext } from '../features/people/index.ts';
import { SetUpContext } from '../features/setup/index.ts';
import { type Account, AccountContext } from '../features/sign-in/index.ts';
import { sendJson } from '../platform/runtime/http.ts';
import { LabProvider } from '../store/use-live.tsx';
import { SyncProvider } from '../sync/use-sync.tsx';
import { DeviceProvider, usePreferences } from '../ui/device.tsx';
import { cssVariables, theme } from '../ui/theme/theme.ts';
import { askInvitation } from './admission.ts';
import {
  type AppState,
  leave,
  renewSession,
  start,
  tryJoin,
  tryRemoveDemo,
  trySetUp,
  trySignIn,
  useAppState,
} from './boot-store.ts';
import { device } from './device.ts';
import { applyLocale } from './locale.ts';
import { router } from './router.tsx';
import { RecoveryScreen } from './screens/recovery-screen.tsx';
import { RouteError } from './screens/route-error.tsx';
import { StartingScreen } from './screens/starting-screen.tsx';

/** Look and language. A change of language draws everything anew: texts are read where they are rendered. */
function Look({ children }: { children: ReactNode }) {
  const { theme: scheme, language, hand } = usePreferences();
  const locale = useMemo(() => applyLocale(language), [language]);
  useEffect(() => {
    document.documentElement.dataset['hand'] = hand;
  }, [hand]);
  return (
    <MantineProvider
      key={locale}
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
    >
      {children}
    </MantineProvider>
  );
}

const serverApi: ServerApi = { send: sendJson, renew: renewSession };

const removeDemoLab: RemoveDemo = async () => {
  const removed = await tryRemoveDemo();
  if (!removed.ok) return removed;
  await router.navigate({ to: '/setup', search: { code: removed.value }, replace: true });
  return ok(undefined);
};

function Doors({ app, children }: { app: AppState; children: ReactNode }) {
  const knownLab = app.state === 'signed-out' ? (app.knownLab ?? null) : null;
  const account = useMemo<Account>(() => ({ knownLab, signIn: trySignIn, signOut: leave }), [knownLab]);
  const signedInAs = app.state === 'ready' ? app.client.me.name : null;
  const joining = useMemo<Joining>(() => ({ signedInAs, look: askInvitation, join: tryJoin }), [signedInAs]);
  return (
    <AccountContext value={account}>
      <JoiningContext value={joining}>
        <ServerApiContext value={serverApi}>
          <SetUpContext value={trySetUp}>
            <RemoveDemoContext value={removeDemoLab}>{children}</RemoveDemoContext>
          </SetUpContext>
        </ServerApiContext>
      </JoiningContext>
    </AccountContext>
  );
}

function Content() {
  const app = useAppState();
  if (app.state === 'starting') return <StartingScreen />;
  if (app.state === 'failed') {
    return (
      <main id="main">
        <RouteError error={app.error} reset={() => void start()} />
      </main>
    );
  }
  if (app.state === 'broken')
    return <RecoveryScreen code={app.code} unsent={app.unsent} onRetry={() => void start()} />;
  const screens = <RouterProvider router={router} />;
  return (
    <Doors app={app}>
      {app.state === 'ready' ? (
        <LabProvider client={app.client}>
          <SyncProvider control={app.sync}>{screens}</SyncProvider>
        </LabProvider>
      ) : (
        screens
      )}
    </Doors>
  );
}

export function App() {
  return (
    <DeviceProvider device={device}>
      <Look>
        <Content />
      </Look>
    </DeviceProvider>
  );
}
