/** The exchanges that let a person in: sign-in and setup. Each brings the device's key and gets its grant. */
import { refuse, ok, type Result } from '@tidylab/domain/kernel/result';
import { roles } from '@tidylab/domain/permissions/permissions';
import * as z from 'zod/mini';
import type { RemoveDemoCode } from '../features/demo/index.ts';
import { sendJson } from '../platform/runtime/http.ts';
import type { Credentials, Invitation, JoinCode, SetUpCode, SetUpForm, SignInCode } from './boot-state.ts';

const signedInSchema = z.object({
  account: z.object({ id: z.string(), login: z.string(), name: z.string() }),
  lab: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    currency: z.optional(z.string()),
    demo: z.optional(z.boolean()),
  }),
  role: z.enum(roles),
  dev: z.string(),
  grantUntil: z.number(),
});
export type SignedIn = z.infer<typeof signedInSchema>;

const metaSchema = z.object({ version: z.string(), state: z.enum(['setup', 'ready']) });

export interface DeviceOffer {
  readonly dev: string;
  readonly spki: string;
}

/** The codes the server's problem documents carry, as the screens know them. */
const signInCodes: Readonly<Record<string, SignInCode | 'device-key-mismatch'>> = {
  'wrong-credentials': 'wrong-login',
  invalid: 'wrong-login',
  'too-many-attempts': 'slow-down',
  busy: 'slow-down',
  'device-key-mismatch': 'device-key-mismatch',
};

const setUpCodes: Readonly<Record<string, SetUpCode>> = {
  'wrong-setup-code': 'wrong-code',
  'already-set-up': 'already-set-up',
  'password-too-short': 'password-too-short',
  'password-too-long': 'password-too-long',
  'password-too-common': 'password-too-common',
  'password-names-you': 'password-names-you',
  invalid: 'invalid',
  'too-many-attempts': 'slow-down',
  busy: 'slow-down',
};

const joinCodes: Readonly<Record<string, JoinCode>> = {
  'wrong-code': 'wrong-code',
  'password-too-short': 'password-too-short',
  'password-too-long': 'password-too-long',
  'password-too-common': 'password-too-common',
  'password-names-you': 'password-names-you',
  invalid: 'wrong-code',
  'too-many-attempts': 'slow-down',
  busy: 'slow-down',
};

const codeOf = (json: unknown): string =>
  typeof json === 'object' && json !== null && 'code' in json ? String(json.code) : '';

async function admit<C extends string>(
  path: string,
  body: unknown,
  codes: Readonly<Record<string, C>>,
): Promise<Result<SignedIn, C | 'offline' | 'server'>> {
  try {
    const { status, json } = await sendJson({ method: 'POST', path, body });
    const signedIn = z.safeParse(signedInSchema, json);
    if (status === 200 && signedIn.success) return ok(signedIn.data);
    return refuse(codes[codeOf(json)] ?? 'server');
  } catch {
    return refuse('offline');
  }
}

export const askSignIn = (credentials: Credentials, device: DeviceOffer) =>
  admit('/api/v1/auth/sign-in', { ...credentials, device }, signInCodes);

export function askSetUp(form: SetUpForm, device: DeviceOffer) {
  const { code, labName, timeZone, currency, personName, login, password, contents } = form;
  return admit(
    '/api/v1/setup',
    { code, labName, timeZone, currency, name: personName, login, password, contents, device },
    setUpCodes,
  );
}

export const askJoin = (form: { code: string; password: string }, device: DeviceOffer) =>
  admit('/api/v1/auth/join', { ...form, device }, joinCodes);

const invitationSchema = z.object({ name: z.string(), login: z.string(), lab: z.string() });

/** Whose one-time code it is. */
export async function askInvitation(code: string): Promise<Result<Invitation, JoinCode>> {
  try {
    const { status, json } = await sendJson({ method: 'POST', path: '/api/v1/auth/join/look', body: { code } });
    const invitation = z.safeParse(invitationSchema, json);
    if (status === 200 && invitation.success) return ok(invitation.data);
    return refuse(joinCodes[codeOf(json)] ?? 'server');
  } catch {
    return refuse('offline');
  }
}

const sessionSchema = z.pick(signedInSchema, { account: true, lab: true, role: true });
export type SessionNews = z.infer<typeof sessionSchema>;

/** What the server says of the session now; undefined without a session or an answer. */
export async function askSession(): Promise<SessionNews | undefined> {
  try {
    const { status, json } = await sendJson({ method: 'GET', path: '/api/v1/auth/session' });
    const news = z.safeParse(sessionSchema, json);
    return status === 200 && news.success ? news.data : undefined;
  } catch {
    return undefined;
  }
}

/** What the server is waiting for; undefined when it cannot be reached. */
export async function askState(): Promise<'setup' | 'ready' | undefined> {
  try {
    const { status, json } = await sendJson({ method: 'GET', path: '/api/v1/meta' });
    const meta = z.safeParse(metaSchema, json);
    return status === 200 && meta.success ? meta.data.state : undefined;
  } catch {
    return undefined;
  }
}

const removedSchema = z.object({ setupCode: z.string() });

/** Ends the demo lab on the server; answers the code that sets up the lab that comes next. */
export async function askRemoveDemo(): Promise<Result<string, RemoveDemoCode>> {
  try {
    const { status, json } = await sendJson({ method: 'POST', path: '/api/v1/lab/purge-demo', body: {} });
    const removed = z.safeParse(removedSchema, json);
    if (status === 200 && removed.success) return ok(removed.data.setupCode);
    return refuse(status === 401 ? 'signed-out' : status === 403 ? 'not-allowed' : 'server');
  } catch {
    return refuse('offline');
  }
}

/** Ends the session on the server; offline, the session ends there by itself. */
export async function tellSignOut(): Promise<void> {
  try {
    await sendJson({ method: 'POST', path: '/api/v1/auth/sign-out', body: {} });
  } catch {
    // Without the network the device forgets who works here all the same.
  }
}
