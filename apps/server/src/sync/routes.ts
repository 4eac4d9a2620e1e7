/**
 * `/sync/v1`: hello, push, pull, snapshot, live. Authenticated by the device's own cookie, so that nobody's expired session ever
 * blocks sending (SPEC W1). Every answer that is not a 200 of ours is transient to a device.
 */
import { helloRequestSchema, pushRequestSchema } from '@tidylab/sync/protocol/messages';
import { limits } from '@tidylab/sync/protocol/version';
import { type Context, type ErrorHandler, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod/mini';
import { readDeviceCookie } from '../http/cookies.ts';
import { problem } from '../http/problem.ts';
import type { Deps } from '../platform/deps.ts';
import { isStorageError } from './decide-op.ts';
import { hello } from './hello.ts';
import type { OpenLab } from './lab.ts';
import type { OpenLabs } from './labs.sqlite.ts';
import { liveHub } from './live.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { unzip } from './snapshot-files.ts';

export interface SyncRoutes {
  /** The highest seq of a lab that a verified copy holds; none by default. */
  readonly safeSeqOf?: (lab: string, chainAt: (seq: number) => string | undefined) => number;
  readonly labs: OpenLabs;
  readonly deps: Deps;
}

type Env = { Variables: { lab: OpenLab; dev: string } };

const noStore = { 'Cache-Control': 'no-store' } as const;
const neverShared = { 'Cache-Control': 'private, no-store' } as const;

const knownDevice =
  (labs: OpenLabs): MiddlewareHandler<Env> =>
  async (c, next) => {
    const cookie = readDeviceCookie(c);
    const lab = cookie && labs.open(cookie.labId);
    const device = cookie && lab?.deviceByToken(cookie.tokenHash);
    if (!lab || !device) return problem(c, 'unknown-device');
    c.set('lab', lab);
    c.set('dev', device.dev);
    await next();
    return undefined;
  };

const faultAnswer =
  ({ log }: Deps): ErrorHandler<Env> =>
  (error, c) => {
    if (!isStorageError(error)) {
      log.error({ error: String(error) }, 'a sync request failed');
      return problem(c, 'internal');
    }
    const code = (error as Error & { code: string }).code;
    log.error({ code }, 'the storage refused a sync request');
    return problem(c, code === 'SQLITE_FULL' ? 'disk-full' : 'busy', { headers: { 'Retry-After': '5' } });
  };

export function syncRoutes({ labs, deps, safeSeqOf = () => 0 }: SyncRoutes): Hono {
  const hub = liveHub();
  const outer = new Hono();
  const app = new Hono<Env>();
  labs.onCommit((lab, head) => hub.poke(lab, head));

  app.use('*', bodyLimit({ maxSize: limits.pushBytesMax, onError: (c) => problem(c, 'too-large') }));
  app.use('*', knownDevice(labs));
  app.onError(faultAnswer(deps));

  app.post('/hello', async (c) => {
    const request = await read(c, helloRequestSchema);
    if (!request.ok) return problem(c, 'malformed', { detail: request.detail });
    if (request.value.dev !== c.get('dev')) return problem(c, 'wrong-device', { detail: request.value.dev });
    const { decide } = c.get('lab');
    return c.json(hello(decide.log, decide.lab, c.get('dev'), request.value, deps.clock.now()), 200, noStore);
  });

  app.post('/push', async (c) => {
    const request = await read(c, pushRequestSchema);
    if (!request.ok) return problem(c, 'malformed', { detail: request.detail });
    const { decide } = c.get('lab');
    const outcome = push(decide, c.get('dev'), request.value, deps.clock.now());
    if (!outcome.ok) return problem(c, outcome.code, { detail: outcome.detail });
    labs.announce(decide.lab, decide.log.head().seq);
    return c.json(outcome.reply, 200, noStore);
  });

  app.get('/pull', (c) => {
    const { decide } = c.get('lab');
    const limit = Number(c.req.query('limit') ?? limits.pageRowsMax);
    if (!Number.isInteger(limit) || limit < 1)
      return problem(c, 'malformed', { detail: 'limit is a whole number above 0' });
    const safeSeq = safeSeqOf(decide.lab, (seq) => decide.log.chainAt(seq));
    const outcome = pull(decide.log, decide.lab, c.get('dev'), c.req.query('since') ?? '', limit, safeSeq);
    if (!outcome.ok) return problem(c, outcome.code, { detail: outcome.detail });
    return c.body(outcome.page, 200, { 'Content-Type': 'application/json', ...noStore });
  });

  snapshotRoutes(app);

  app.get('/live', (c) => {
    const { decide } = c.get('lab');
    const { seq } = decide.log.head();
    return c.body(hub.open(decide.lab, seq), 200, {
      'Content-Type': 'text/event-stream',
      'X-Accel-Buffering': 'no',
      ...noStore,
    });
  });
  return outer.route('/', app);
}

function snapshotRoutes(app: Hono<Env>): void {
  app.get('/snapshot', async (c) => c.json(await c.get('lab').snapshots.manifest(c.get('dev')), 200, neverShared));

  app.get('/snapshot/:sha256', async (c) => {
    const { snapshots } = c.get('lab');
    const zipped = await snapshots.chunk(c.req.param('sha256'));
    if (!zipped) return problem(c, 'snapshot-gone');
    const headers = { 'Content-Type': 'application/x-ndjson', Vary: 'Accept-Encoding', ...neverShared };
    const takesGzip = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
    return takesGzip
      ? c.body(zipped, 200, { ...headers, 'Content-Encoding': 'gzip' })
      : c.body(await unzip(zipped), 200, headers);
  });
}

async function read<T extends z.ZodMiniType>(
  c: Context,
  schema: T,
): Promise<{ ok: true; value: z.infer<T> } | { ok: false; detail: string }> {
  let json: unknown;
  try {
    json = await c.req.json();
  } catch {
    return { ok: false, detail: 'the body is not JSON' };
  }
  const parsed = z.safeParse(schema, json);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, detail: z.prettifyError(parsed.error).slice(0, 500) };
}
