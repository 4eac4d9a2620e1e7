import { afterEach, beforeEach, expect, test } from 'vitest';
import { cookiesOf, openTestServer, send, setupBody, testDevice, type TestServer } from '../../testing/test-app.ts';

let server: TestServer;
beforeEach(() => void (server = openTestServer()));
afterEach(() => server.close());

const setUp = (extra: Record<string, unknown> = {}) =>
  send(server.app, '/api/v1/setup', { ...setupBody(server.setupCode), ...extra });
const state = async (): Promise<unknown> =>
  ((await (await server.app.request('/api/v1/meta')).json()) as { state: unknown }).state;

test('setup makes the lab and its admin, and ends signed in on a registered device', async () => {
  expect(await state()).toBe('setup');
  const device = testDevice();
  const response = await setUp({ device });
  expect(response.status).toBe(200);
  const body = (await response.json()) as { account: { id: string }; lab: { id: string } };
  expect(body).toMatchObject({
    account: { login: 'ana', name: 'Ana Reis' },
    lab: { name: 'Cold Room Group', timeZone: 'Europe/Lisbon' },
    role: 'admin',
    dev: device.dev,
  });
  expect(await state()).toBe('ready');
  expect(server.accounts.store.roleOf(body.lab.id, body.account.id)).toBe('admin');
  const session = await server.app.request('/api/v1/auth/session', { headers: { Cookie: cookiesOf(response) } });
  expect(await session.json()).toMatchObject({
    account: { id: body.account.id },
    lab: { id: body.lab.id },
    role: 'admin',
  });
});

test('a setup code works once, and nothing is set up twice', async () => {
  expect((await setUp()).status).toBe(200);
  const again = await setUp({ login: 'eve' });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ code: 'already-set-up', type: '/problems/already-set-up', status: 409 });
});

test('of two setups at the same moment one wins and no second lab appears', async () => {
  const statuses = (await Promise.all([setUp(), setUp({ login: 'eve' })])).map(({ status }) => status);
  expect(statuses.sort((a, b) => a - b)).toEqual([200, 409]);
  expect(server.accounts.store.labs()).toHaveLength(1);
});

test('a code is read forgivingly: lower case, without dashes', async () => {
  expect((await setUp({ code: server.setupCode.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
});

test('a wrong code changes nothing, and after five the address has to wait', async () => {
  for (let i = 0; i < 5; i++) expect((await setUp({ code: '0000-0000-0000-0000' })).status).toBe(403);
  const limited = await setUp();
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await state()).toBe('setup');
  server.clock.advance(60_000);
  expect((await setUp()).status).toBe(200);
});

test('a weak password is refused and the code stays good', async () => {
  const refused = await setUp({ password: 'ana-reis-was-here' });
  expect(refused.status).toBe(422);
  expect(await (await setUp({ password: 'short' })).json()).toMatchObject({ code: 'password-too-short' });
  expect((await setUp()).status).toBe(200);
});

test('a body of the wrong shape names each fault by a pointer', async () => {
  const response = await setUp({ timeZone: 'Mars/Olympus', device: { dev: 'srv:api', spki: 'AAAA' } });
  expect(response.status).toBe(422);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const { errors } = (await response.json()) as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/device/dev', '/device/spki', '/timeZone']);
});

test('an empty lab holds the person record of its admin and nothing else', async () => {
  const { lab } = (await (await setUp()).json()) as { lab: { id: string } };
  expect(server.labs.open(lab.id)?.decide.log.head().seq).toBe(1);
});

test('the example holds the records and postings of the scenario, and no accounts but the admin', async () => {
  const response = await setUp({ contents: 'demo' });
  expect(response.status).toBe(200);
  expect(server.accounts.store.accountByLogin('ines')).toBeUndefined();
  const { lab } = (await response.json()) as { lab: { id: string } };
  expect(server.labs.open(lab.id)?.decide.log.head().seq).toBeGreaterThan(300);
});
