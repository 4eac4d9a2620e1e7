import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Notice } from '../../../ui/notice.tsx';
import { useAccount } from '../../sign-in/index.ts';
import type { ApiFailure } from '../server-api.ts';

/** Around a screen that needs the server. What it read is forgotten with the screen. */
export function ServerPart({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { gcTime: 0 } } }));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

const words: Readonly<Record<Exclude<ApiFailure, 'offline'>, () => string>> = {
  'not-signed-in': () => m.app_api_signed_out(),
  'not-allowed': () => m.app_api_not_allowed(),
  'not-found': () => m.app_api_not_found(),
  invalid: () => m.app_api_invalid(),
  'login-taken': () => m.app_api_login_taken(),
  'last-admin': () => m.app_api_last_admin(),
  server: () => m.app_api_server(),
};

interface FailureNoticeProps {
  readonly code: ApiFailure;
  readonly onRetry?: () => void;
}

/** Why the server did not do it, and what helps. */
export function FailureNotice({ code, onRetry }: FailureNoticeProps) {
  const { signOut } = useAccount();
  const retry = onRetry ? (
    <Button variant="default" onClick={onRetry}>
      {m.common_retry()}
    </Button>
  ) : null;
  if (code === 'offline') {
    return (
      <Notice tone="info" title={m.app_when_online()} role="status" action={retry}>
        {m.app_when_online_text()}
      </Notice>
    );
  }
  if (code === 'not-signed-in') {
    const again = <Button onClick={() => void signOut()}>{m.app_sync_sign_in()}</Button>;
    return (
      <Notice tone="warn" role="alert" action={again}>
        {words[code]()}
      </Notice>
    );
  }
  return (
    <Notice tone={code === 'not-allowed' ? 'info' : 'danger'} role="alert" action={code === 'server' ? retry : null}>
      {words[code]()}
    </Notice>
  );
}
