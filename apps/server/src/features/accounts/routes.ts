/** The addresses of setup, sign-in and session, below /api/v1. */
import { Hono, type Context } from 'hono';
import { readBody } from '../../http/body.ts';
import { clientAddress } from '../../http/client-address.ts';
import {
  clearSessionCookie,
  readDeviceCookie,
  readSessionToken,
  setDeviceCookie,
  setSessionCookie,
} from '../../http/cookies.ts';
import { createGate } from '../../http/gate.ts';
import { problem, tryLater } from '../../http/problem.ts';
import { VERSION } from '../../version.ts';
import type { AdmissionParts, Admitted } from './admission.ts';
import { endDemo } from './demo.ts';
import { codeSchema, joinSchema, setupSchema, signInSchema, type SessionView } from './model.ts';
import { createJoin, type JoinResult, type LookResult } from './people/join.ts';
import { peopleRoutes } from './people/routes.ts';
import { createSetup, type LabContents, type SetupResult } from './setup.ts';
import { createSignIn, type SignInResult, type Source } from './sign-in.ts';

/** As many passwords are checked at once as a small server has cores. */
const checksAtOnce = 2;
const checksWaiting = 200;

function sourceOf(c: Context, { accounts, labs }: AdmissionParts): Source {
  const address = clientAddress(c);
  const cookie = readDeviceCookie(c);
  if (cookie === undefined || !accounts.store.labs().some(({ id }) => id === cookie.labId)) return { address };
  return { address, device: labs.open(cookie.labId)?.deviceByToken(cookie.tokenHash)?.dev };
}

async function welcome(
  c: Context,
  { accounts }: AdmissionParts,
  { signedIn, sessionToken, deviceToken }: Admitted,
): Promise<Response> {
  const earlier = readSessionToken(c);
  if (earlier !== undefined) await accounts.sessions.end(earlier);
  setSessionCookie(c, sessionToken);
  setDeviceCookie(c, signedIn.lab.id, deviceToken);
  return c.json(signedIn);
}

type Refused = Exclude<SignInResult | SetupResult | JoinResult | LookResult, { ok: true }>;

function refusal(c: Context, result: Refused): Response {
  if (result.code === 'too-many-attempts' || result.code === 'busy') return tryLater(c, result.code, result.seconds);
  return problem(c, result.code, 'detail' in result ? { detail: result.detail } : {});
}

const answer = (
  c: Context,
  parts: AdmissionParts,
  result: SignInResult | SetupResult | JoinResult,
): Response | Promise<Response> => (result.ok ? welcome(c, parts, result.value) : refusal(c, result));

async function currentView(c: Context, { accounts }: AdmissionParts): Promise<SessionView | undefined> {
  const token = readSessionToken(c);
  const id = token === undefined ? undefined : await accounts.sessions.accountOf(token);
  const account = id === undefined ? undefined : accounts.store.accountById(id);
  const membership = account === undefined ? undefined : accounts.store.membershipOf(account.id);
  if (account === undefined || membership === undefined) return undefined;
  return { account: { id: account.id, login: account.login, name: account.name }, ...membership };
}

/** @param onDemoEnded hears of the setup code that waits when a demo lab was removed. */
export function accountsRoutes(
  parts: AdmissionParts,
  contents: LabContents,
  onDemoEnded: (setupCode: string) => void = () => undefined,
): Hono {
  const { accounts, deps } = parts;
  const gate = createGate(checksAtOnce, checksWaiting);
  const signIn = createSignIn(parts, gate);
  const join = createJoin(parts, gate);
  const setup = createSetup(parts, contents);
  const routes = new Hono();

  routes.get('/meta', (c) => {
    const state = accounts.store.labs().length === 0 ? 'setup' : 'ready';
    return c.json({ version: VERSION, state, time: deps.clock.now() });
  });

  routes.post('/setup', async (c) => {
    const body = await readBody(c, setupSchema);
    return body.ok ? answer(c, parts, await setup(body.value, clientAddress(c))) : body.response;
  });

  routes.post('/auth/sign-in', async (c) => {
    const body = await readBody(c, signInSchema);
    return body.ok ? answer(c, parts, await signIn(body.value, sourceOf(c, parts))) : body.response;
  });

  routes.post('/auth/join/look', async (c) => {
    const body = await readBody(c, codeSchema);
    if (!body.ok) return body.response;
    const found = join.look(body.value.code, clientAddress(c));
    if (!found.ok) return refusal(c, found);
    const { login, name, membership } = found.value;
    return c.json({ login, name, lab: membership.lab.name });
  });

  routes.post('/auth/join', async (c) => {
    const body = await readBody(c, joinSchema);
    return body.ok ? answer(c, parts, await join.join(body.value, clientAddress(c))) : body.response;
  });

  routes.post('/auth/sign-out', async (c) => {
    const token = readSessionToken(c);
    if (token !== undefined) await accounts.sessions.end(token);
    clearSessionCookie(c);
    return c.body(null, 204);
  });

  routes.get('/auth/session', async (c) => {
    const view = await currentView(c, parts);
    return view === undefined ? problem(c, 'not-signed-in') : c.json(view);
  });

  routes.post('/lab/purge-demo', async (c) => {
    const view = await currentView(c, parts);
    if (view === undefined) return problem(c, 'not-signed-in');
    const ended = endDemo(parts, view);
    if (!ended.ok) return problem(c, ended.code);
    clearSessionCookie(c);
    onDemoEnded(ended.value);
    return c.json({ setupCode: ended.value });
  });

  routes.route(
    '/',
    peopleRoutes(parts, (c) => currentView(c, parts)),
  );
  return routes;
}
