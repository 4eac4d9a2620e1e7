/** Every error of the API: RFC 9457 problem details, from one closed list of codes. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

interface Kind {
  readonly status: ContentfulStatusCode;
  readonly title: string;
}

export const problems = {
  'bad-json': { status: 400, title: 'The body is not JSON' },
  'not-signed-in': { status: 401, title: 'Nobody is signed in' },
  'wrong-credentials': { status: 401, title: 'Login or password is wrong' },
  'wrong-setup-code': { status: 403, title: 'The setup code is wrong or was used' },
  'wrong-code': { status: 403, title: 'The code is wrong, was used, or is too old' },
  'not-allowed': { status: 403, title: 'Your role may not do this' },
  'cross-site': { status: 403, title: 'The request comes from another site' },
  'not-a-demo': { status: 409, title: 'This lab is not a demo lab' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'already-set-up': { status: 409, title: 'The lab is set up already' },
  'login-taken': { status: 409, title: 'Somebody has this login already' },
  'last-admin': { status: 409, title: 'The lab would be left without an admin' },
  'device-key-mismatch': { status: 409, title: 'This device is registered with another key' },
  'too-large': { status: 413, title: 'The body is too large' },
  'not-json': { status: 415, title: 'The body must be application/json' },
  invalid: { status: 422, title: 'The body does not have the right shape' },
  'password-too-short': { status: 422, title: 'The password is too short' },
  'password-too-long': { status: 422, title: 'The password is too long' },
  'password-too-common': { status: 422, title: 'The password is too easy to guess' },
  'password-names-you': { status: 422, title: 'The password contains a name' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  // The messages of /sync/v1 that were not looked at; a device keeps its ops and acts as SPEC P9 says.
  malformed: { status: 400, title: 'The message does not have the right shape' },
  'unknown-device': { status: 401, title: 'This device is not registered; sign in on it' },
  'wrong-device': { status: 403, title: 'The ops are of another device' },
  epoch: { status: 409, title: 'The device has read another history than the server has; say hello' },
  resnapshot: { status: 410, title: 'The feed does not reach back that far; take a snapshot' },
  'snapshot-gone': { status: 404, title: 'There is no such chunk any more; ask for the snapshot again' },
  'too-many-ops': { status: 413, title: 'Too many ops in one push' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  busy: { status: 503, title: 'The server is busy' },
  'disk-full': { status: 507, title: 'The server has no room left' },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof problems;

/** Where in the body a fault is: a JSON pointer (RFC 6901). */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemExtra {
  readonly detail?: string | undefined;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

export function problem(c: Context, code: ProblemCode, extra: ProblemExtra = {}): Response {
  const { status, title } = problems[code];
  const body = {
    type: `/problems/${code}`,
    title,
    status,
    ...(extra.detail === undefined ? {} : { detail: extra.detail }),
    code,
    ...(extra.errors === undefined ? {} : { errors: extra.errors }),
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...extra.headers,
  });
}

/**
 * 429 or 503 with the seconds to wait. What is limited are failures, each of which doubles the wait: so one attempt is
 * given in the seconds told, and none is left before (draft-ietf-httpapi-ratelimit-headers).
 */
export function tryLater(c: Context, code: 'too-many-attempts' | 'busy', seconds: number): Response {
  const limits = { 'RateLimit-Policy': `"attempts";q=1;w=${seconds}`, RateLimit: `"attempts";r=0;t=${seconds}` };
  return problem(c, code, {
    detail: `Try again in ${seconds} s.`,
    headers: { 'Retry-After': String(seconds), ...(code === 'busy' ? {} : limits) },
  });
}
