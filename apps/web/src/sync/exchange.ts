/**
 * What counts as an answer of our server. Terminal is a 200 that parses, names our lab and our epoch; everything else
 * is transient, whatever it says: a captive portal's page, a proxy's 403 or 404, an error of ours (SPEC P9).
 */
import type * as z from 'zod/mini';
import * as schema from 'zod/mini';
import type { Reply, Transport } from './ports.ts';

export type ExchangeProblem =
  | 'network'
  | 'not-our-server'
  | 'signed-out'
  | 'too-large'
  | 'epoch'
  | 'resnapshot'
  | 'update-needed'
  | 'server';

export type Exchange<T> = { ok: true; value: T } | { ok: false; problem: ExchangeProblem };

export async function exchange<S extends z.ZodMiniType>(
  transport: Transport,
  request: Parameters<Transport['send']>[0],
  shape: S,
): Promise<Exchange<z.infer<S>>> {
  let reply: Reply;
  try {
    reply = await transport.send(request);
  } catch {
    return { ok: false, problem: 'network' };
  }
  if (reply.status !== 200) return { ok: false, problem: problemOf(reply) };
  const parsed = schema.safeParse(shape, reply.json);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: 'not-our-server' };
}

/** Only a problem document of ours is believed; a bare status may come from anything on the way. */
function problemOf({ status, json }: Reply): ExchangeProblem {
  const code = typeof json === 'object' && json !== null && 'code' in json ? String(json.code) : undefined;
  if (code === undefined) return status >= 500 ? 'server' : 'not-our-server';
  if (code === 'unknown-device' || code === 'wrong-device') return 'signed-out';
  if (code === 'epoch' || code === 'resnapshot') return code;
  if (code === 'too-large' || code === 'too-many-ops') return 'too-large';
  return status === 426 ? 'update-needed' : 'server';
}
