/**
 * A number for every request, in the answer and in the log. Only method, path, status and time are written: query
 * strings and bodies may hold secrets.
 */
import type { MiddlewareHandler } from 'hono';
import { toBase64url } from '@tidylab/domain/kernel/bytes';
import type { Deps } from '../platform/deps.ts';

const requestIdHeader = 'X-Request-Id';

export const requestLog =
  ({ clock, random, log }: Deps): MiddlewareHandler =>
  async (c, next) => {
    const requestId = toBase64url(random(12));
    const start = clock.now();
    c.header(requestIdHeader, requestId);
    await next();
    c.header(requestIdHeader, requestId);
    const fields = { requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms: clock.now() - start };
    if (c.error === undefined) log.info(fields, 'request');
    else log.error({ ...fields, err: c.error.stack ?? c.error.message }, 'request failed');
  };
