import { afterEach, beforeEach, expect, test } from 'vitest';
import { config } from '../../config.ts';
import {
  cookiesOf,
  openTestServer,
  password,
  send,
  setupBody,
  testDevice,
  type TestServer,
} from '../../testing/test-app.ts';

let server: TestServer;
beforeEach(async () => {
  server = openTestServer();
  await send(server.app, '/api/v1/setup', setupBody(server.setupCode));
});
afterEach(() => server.close());

const signIn = (extra: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  send(server.app, '/api/v1/auth/sign-in', { login: 'ana', password, device: testDevice(), ...extra }, headers);
const session = (cookie: string) => server.app.request('/api/v1/auth/session', { headers: { Cookie: cookie } });

test('a sign-in answers who, where and until when, and sets two cookies that scripts cannot read', async () => {
  const device = testDevice();
  const response = await signIn({ login: 'ANA', device });
  expect(response.status).toBe(200);
  const body = (await response.json()) as { lab: { id: string }; account: { id: string } };
  expect(body).toMatchObject({ role: 'admin', dev: device.dev, grantUntil: server.clock.now() + config.grantMs });
  const lines = response.headers.getSetCookie();
  expect(lines).toHaveLength(2);
  for (const line of lines)
    for (const word of ['__Host-tl-', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(line).toContain(word);
  const token = /__Host-tl-device=[0-9a-f-]{36}\.([\w-]{43})/.exec(lines.join('\n'))?.[1] ?? '';
  expect(token).not.toBe('');
  expect(server.logged()).not.toContain(token);
  expect(server.logged()).not.toContain(password);
});

test('the device cookie lets the device speak to sync after the session is over', async () => {
  const device = testDevice();
  const cookie = cookiesOf(await signIn({ device }));
  expect((await send(server.app, '/api/v1/auth/sign-out', {}, { Cookie: cookie })).status).toBe(204);
  expect((await session(cookie)).status).toBe(401);
  const hello = await send(
    server.app,
    '/sync/v1/hello',
    { proto: 1, schema: 1, dev: device.dev, app: '0.1.0' },
    { Cookie: cookie },
  );
  expect(hello.status).toBe(200);
});

test('a wrong password and an unknown login get the same answer', async () => {
  const wrong = await signIn({ password: 'not-the-right-one-1' });
  const unknown = await signIn({ login: 'nobody' });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.text()).toBe(await unknown.text());
});

test('a device that comes back with another key is refused and gets no cookies', async () => {
  const device = testDevice();
  expect((await signIn({ device })).status).toBe(200);
  const other = await signIn({ device: { ...device, spki: testDevice().spki } });
  expect(other.status).toBe(409);
  expect(await other.json()).toMatchObject({ code: 'device-key-mismatch' });
  expect(other.headers.getSetCookie()).toEqual([]);
});

test('guessing a login is slowed down but never for more than a minute', async () => {
  for (let i = 0; i < 30; i++) {
    const { status, headers } = await signIn({ password: 'guess-guess-guess-guess' });
    if (status === 429) expect(Number(headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    if (status === 429) server.clock.advance(Number(headers.get('Retry-After')) * 1000);
  }
  await signIn({ password: 'guess-guess-guess-guess' });
  expect((await signIn()).status).toBe(429);
  server.clock.advance(60_000);
  expect((await signIn()).status).toBe(200);
});

test('a stranger who guesses does not keep a registered device out', async () => {
  const device = testDevice();
  const cookie = cookiesOf(await signIn({ device }));
  for (let i = 0; i < 6; i++) await signIn({ password: 'guess-guess-guess-guess' });
  expect((await signIn()).status).toBe(429);
  expect((await signIn({ device }, { Cookie: cookie })).status).toBe(200);
});

test('a new sign-in ends the session it was made from', async () => {
  const device = testDevice();
  const first = cookiesOf(await signIn({ device }));
  const second = cookiesOf(await signIn({ device }, { Cookie: first }));
  expect((await session(first)).status).toBe(401);
  expect((await session(second)).status).toBe(200);
});

test('a session ends at its absolute limit however much it is used', async () => {
  const cookie = cookiesOf(await signIn());
  server.clock.advance(config.sessionAbsoluteMs - 1000);
  expect((await session(cookie)).status).toBe(200);
  server.clock.advance(2000);
  expect((await session(cookie)).status).toBe(401);
});

test('without a session the answer is a problem, not an empty person', async () => {
  const response = await session('__Host-tl-session=not-a-token');
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'not-signed-in', status: 401 });
});
