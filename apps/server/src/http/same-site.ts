/**
 * Against forged requests from other sites: whatever changes something must come from our own pages. Browsers name
 * the sender in `Sec-Fetch-Site` and `Origin`; a program that sends neither is not a browser carrying somebody's
 * cookies. The host alone is compared, because a proxy in front may speak TLS.
 */
import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

export const sameSite: MiddlewareHandler = async (c, next) => {
  if (!safe.has(c.req.method)) {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (site !== undefined && site !== 'same-origin') return problem(c, 'cross-site');
    if (origin !== undefined && hostOf(origin) !== host) return problem(c, 'cross-site');
  }
  await next();
};
