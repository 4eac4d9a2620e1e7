/** Wires the server together and does not listen: tests and simulations call `app.request()`. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { config } from './config.ts';
import { accountsRoutes, type Accounts } from './features/accounts/index.ts';
import { compressed } from './http/compressed.ts';
import { readSessionToken } from './http/cookies.ts';
import { type HealthCheck, healthRoutes } from './http/health.ts';
import { openApiRoutes } from './http/openapi/routes.ts';
import { problem } from './http/problem.ts';
import { requestLog } from './http/request-log.ts';
import { sameSite } from './http/same-site.ts';
import { withSecurityHeaders } from './http/security-headers.ts';
import { createWebFiles } from './http/web-files.ts';
import { apiOperations } from './api.ts';
import type { Copies } from './operate/copies/copies.ts';
import { copiesRoutes } from './operate/copies/routes.ts';
import type { Deps } from './platform/deps.ts';
import { labContents } from './seed.ts';
import type { Labs } from './sync/ports.ts';

export interface AppParts {
  readonly deps: Deps;
  readonly accounts: Accounts;
  readonly labs: Labs;
  /** Answers below /sync/v1. */
  readonly sync: Hono;
  /** Hears of the setup code that waits when a demo lab was removed. */
  readonly onDemoEnded?: ((setupCode: string) => void) | undefined;
  /** Folder of the built app. */
  readonly web?: string | undefined;
  /** The server's own copies; an app without a data folder has none. */
  readonly copies?: Copies | undefined;
  /** What else must hold for the server to be ready. */
  readonly checks?: readonly HealthCheck[];
}

async function whoAsks(c: Context, { sessions, store }: Accounts): Promise<'admin' | 'member' | 'nobody'> {
  const token = readSessionToken(c);
  const account = token === undefined ? undefined : await sessions.accountOf(token);
  const membership = account === undefined ? undefined : store.membershipOf(account);
  if (membership === undefined) return 'nobody';
  return membership.role === 'admin' ? 'admin' : 'member';
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

export function createApp({ deps, accounts, labs, sync, web, copies, checks = [], onDemoEnded }: AppParts): Hono {
  const app = new Hono();
  app.use(requestLog(deps), withSecurityHeaders);
  const onMethodNotAllowed = (c: Context, methods: string[]): Response =>
    problem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } });
  for (const path of ['/api/*', '/sync/*'])
    app.use(path, compressed, noStore, methodNotAllowed({ app, onMethodNotAllowed }), sameSite);
  app.use('/api/*', bodyLimit({ maxSize: config.apiBodyBytes, onError: (c) => problem(c, 'too-large') }));

  app.route('/', healthRoutes([{ name: 'accounts', look: () => (accounts.isReady() ? '' : 'no answer') }, ...checks]));
  app.route('/api/v1', accountsRoutes({ deps, accounts, labs }, labContents, onDemoEnded));
  app.route('/api/v1', openApiRoutes(apiOperations));
  if (copies !== undefined)
    app.route(
      '/api/v1',
      copiesRoutes(copies, (c) => whoAsks(c, accounts)),
    );
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
