/** Where a request comes from, for limits only. Requests that did not cross a socket (tests) are all `local`. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

export function clientAddress(c: Context): string {
  const bindings: unknown = c.env;
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return 'local';
  return getConnInfo(c).remote.address ?? 'unknown';
}
