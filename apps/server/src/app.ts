/** Wires the server together and does not listen: tests and simulations call `app.request()`. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { config } from './config.ts';
import { accountsRoutes, type Accounts } from './features/accounts/index.ts';
import { healthRoutes } from './http/health.ts';
import { problem } from './http/problem.ts';
import { requestLog } from './http/request-log.ts';
import { sameSite } from './http/same-site.ts';
import { withSecurityHeaders } from './http/security-headers.ts';
import { createWebFiles } from './http/web-files.ts';
import type { Deps } from './platform/deps.ts';
import { labContents } from './seed.ts';
import type { Labs } from './sync/ports.ts';

export interface AppParts {
  readonly deps: Deps;
  readonly accounts: Accounts;
  readonly labs: Labs;
  /** Answers below /sync/v1. */
  readonly sync: Hono;
  /** Folder of the built app. */
  readonly web?: string | undefined;
}

function isDiskFull(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code === 'ENOSPC' || code.startsWith('SQLITE_FULL');
}

const isApi = (path: string): boolean => /^\/(?:api|sync)(?:\/|$)/.test(path);

async function noStore(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
}

export function createApp({ deps, accounts, labs, sync, web }: AppParts): Hono {
  const app = new Hono();
  app.use(requestLog(deps), withSecurityHeaders);
  const onMethodNotAllowed = (c: Context, methods: string[]): Response =>
    problem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } });
  for (const path of ['/api/*', '/sync/*'])
    app.use(path, noStore, methodNotAllowed({ app, onMethodNotAllowed }), sameSite);
  app.use('/api/*', bodyLimit({ maxSize: config.apiBodyBytes, onError: (c) => problem(c, 'too-large') }));

  app.route('/', healthRoutes(accounts.isReady));
  app.route('/api/v1', accountsRoutes({ deps, accounts, labs }, labContents));
  app.route('/sync/v1', sync);

  const files = web === undefined ? undefined : createWebFiles(web);
  app.notFound(async (c) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (isApi(c.req.path) || files === undefined) return problem(c, 'not-found');
    return reads ? files(c) : problem(c, 'method-not-allowed', { headers: { Allow: 'GET, HEAD' } });
  });
  app.onError((error, c) => problem(c, isDiskFull(error) ? 'disk-full' : 'internal'));
  return app;
}
