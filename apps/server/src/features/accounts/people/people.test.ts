import { afterEach, beforeEach, expect, test } from 'vitest';
import { config } from '../../../config.ts';
import {
  cookiesOf,
  openTestServer,
  password as adminPassword,
  send,
  setupBody,
  testDevice,
  type TestServer,
} from '../../../testing/test-app.ts';
import { setupCodeHash } from '../setup-code.ts';

const password = 'thimble-orchard-walrus-5';

let server: TestServer;
let admin: string;
let labId: string;
let adminId: string;

beforeEach(async () => {
  server = openTestServer();
  const response = await send(server.app, '/api/v1/setup', setupBody(server.setupCode));
  admin = cookiesOf(response);
  const body = (await response.json()) as { lab: { id: string }; account: { id: string } };
  labId = body.lab.id;
  adminId = body.account.id;
});
afterEach(() => server.close());

interface Coded {
  readonly id: string;
  readonly code: string;
}

const ask = (path: string, body: unknown = {}, cookie = admin) =>
  send(server.app, `/api/v1${path}`, body, { Cookie: cookie });
const read = (path: string, cookie = admin) => server.app.request(`/api/v1${path}`, { headers: { Cookie: cookie } });
const add = async (person: Record<string, unknown> = {}): Promise<Coded> =>
  (await (await ask('/people', { name: 'Bo Lind', login: 'bo', role: 'user', ...person })).json()) as Coded;
const join = (code: string, extra: Record<string, unknown> = {}) =>
  send(server.app, '/api/v1/auth/join', { code, password, device: testDevice(), ...extra });
const signIn = (login: string, given: string) =>
  send(server.app, '/api/v1/auth/sign-in', { login, password: given, device: testDevice() });
const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code: unknown }).code;

test('a person who was added joins with the code, once, and everybody sees their name', async () => {
  const before = server.labs.open(labId)?.decide.log.head().seq ?? 0;
  const { id, code } = await add();
  expect(server.labs.open(labId)?.decide.log.head().seq).toBe(before + 1);
  const looked = await send(server.app, '/api/v1/auth/join/look', { code: code.toLowerCase() });
  expect(await looked.json()).toEqual({ login: 'bo', name: 'Bo Lind', lab: 'Cold Room Group' });
  const joined = await join(code);
  expect(joined.status).toBe(200);
  expect(await joined.json()).toMatchObject({ account: { id, login: 'bo' }, role: 'user' });
  expect((await read('/auth/session', cookiesOf(joined))).status).toBe(200);
  expect(await codeOf(await join(code))).toBe('wrong-code');
  expect((await signIn('bo', password)).status).toBe(200);
  expect(server.labs.open(labId)?.decide.log.head().seq).toBe(before + 1);
});

test('before joining there is no password that lets the person in', async () => {
  await add();
  for (const guess of ['', ' ', 'undefined']) expect((await signIn('bo', guess)).status).toBe(401);
});

test('a code that is too old opens nothing, and a new one makes the last worthless', async () => {
  const { id, code } = await add();
  server.clock.advance(config.joinCodeMs + 1);
  expect(await codeOf(await join(code))).toBe('wrong-code');
  admin = cookiesOf(await signIn('ana', adminPassword));
  const second = (await (await ask(`/people/${id}/code`)).json()) as Coded;
  const third = (await (await ask(`/people/${id}/code`)).json()) as Coded;
  expect(await codeOf(await join(second.code))).toBe('wrong-code');
  expect((await join(third.code)).status).toBe(200);
});

test('a weak password is refused and the code stays good', async () => {
  const { code } = await add();
  expect(await codeOf(await join(code, { password: 'short' }))).toBe('password-too-short');
  expect(await codeOf(await join(code, { password: 'cold room group bo lind' }))).toBe('password-names-you');
  expect((await join(code)).status).toBe(200);
});

test('another password by a new code ends every session of the person', async () => {
  const { id, code } = await add();
  const first = cookiesOf(await join(code));
  const again = (await (await ask(`/people/${id}/code`)).json()) as Coded;
  expect((await read('/auth/session', first)).status).toBe(200);
  expect((await join(again.code, { password: 'walnut-harbour-tango-8' })).status).toBe(200);
  expect((await read('/auth/session', first)).status).toBe(401);
  expect((await signIn('bo', password)).status).toBe(401);
});

test('guessing codes is slowed down', async () => {
  for (let i = 0; i < 10; i++) expect((await join('0000-0000-0000-0000')).status).toBe(403);
  expect((await join('0000-0000-0000-0000')).status).toBe(429);
});

test('a login is given once, however it is written', async () => {
  await add();
  const again = await ask('/people', { name: 'Bo Berg', login: 'BO', role: 'user' });
  expect([again.status, await codeOf(again)]).toEqual([409, 'login-taken']);
});

test('the last admin keeps the role and cannot be disabled, also beside an admin who has not joined', async () => {
  const { id, code } = await add({ role: 'admin' });
  expect(await codeOf(await ask(`/people/${adminId}/role`, { role: 'user' }))).toBe('last-admin');
  expect(await codeOf(await ask(`/people/${adminId}/disable`))).toBe('last-admin');
  const other = cookiesOf(await join(code));
  expect((await ask(`/people/${adminId}/role`, { role: 'user' })).status).toBe(204);
  expect((await read('/people')).status).toBe(403);
  expect(await codeOf(await ask(`/people/${id}/role`, { role: 'manager' }, other))).toBe('last-admin');
});

test('a role that was changed counts from the next op on', async () => {
  const { id } = await add();
  expect(server.accounts.store.roleOf(labId, id)).toBe('user');
  expect((await ask(`/people/${id}/role`, { role: 'manager' })).status).toBe(204);
  expect(server.accounts.store.roleOf(labId, id)).toBe('manager');
});

test('disabling ends sessions, grants and the code; enabling lets the person come in again', async () => {
  const { id, code } = await add();
  const device = testDevice();
  const cookie = cookiesOf(await join(code, { device }));
  const until = (): number => server.labs.open(labId)?.decide.log.grants(device.dev)[0]?.until ?? 0;
  expect(until()).toBeGreaterThan(server.clock.now());
  await ask(`/people/${id}/code`);
  expect((await ask(`/people/${id}/disable`)).status).toBe(204);
  expect((await read('/auth/session', cookie)).status).toBe(401);
  expect(until()).toBe(server.clock.now());
  expect(server.accounts.store.roleOf(labId, id)).toBeUndefined();
  expect((await signIn('bo', password)).status).toBe(401);
  const { people } = (await (await read('/people')).json()) as { people: { id: string }[] };
  expect(people.find((person) => person.id === id)).toMatchObject({ disabled: true, joined: true, codeUntil: null });
  expect((await ask(`/people/${id}/enable`)).status).toBe(204);
  expect((await signIn('bo', password)).status).toBe(200);
});

test('only an admin reaches people, and the lab; everybody else learns why not', async () => {
  const { code } = await add({ role: 'manager' });
  const manager = cookiesOf(await join(code));
  const body = { name: 'Eve', login: 'eve', role: 'admin' };
  expect(await codeOf(await ask('/people', body, manager))).toBe('not-allowed');
  expect(await codeOf(await ask('/people', body, ''))).toBe('not-signed-in');
  expect(await codeOf(await read('/people', manager))).toBe('not-allowed');
  expect(await codeOf(await ask('/lab', { name: 'Mine', timeZone: 'UTC' }, manager))).toBe('not-allowed');
  expect((await send(server.app, '/api/v1/people', body, { Cookie: admin, Origin: 'https://evil.test' })).status).toBe(
    403,
  );
});

test('a person who is not in the lab is not found, and a body of the wrong shape names its faults', async () => {
  expect(await codeOf(await ask('/people/nobody/disable'))).toBe('not-found');
  expect(await codeOf(await ask('/people/nobody/role', { role: 'user' }))).toBe('not-found');
  const response = await ask('/people', { name: 'A\u200bB', login: 'two words', role: 'owner' });
  expect(response.status).toBe(422);
  const { errors } = (await response.json()) as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/login', '/name', '/role']);
});

test('everything that is done to people is in the history, and the codes are nowhere', async () => {
  const { id, code } = await add();
  await join(code);
  await ask(`/people/${id}/role`, { role: 'manager' });
  await ask('/lab', { name: 'Warm Room', timeZone: 'UTC' });
  await ask(`/people/${id}/disable`);
  const { history } = (await (await read('/people/history')).json()) as {
    history: { what: string; byId: string; aboutId: string; detail: string }[];
  };
  expect(history.map(({ what }) => what)).toEqual(['disabled', 'lab', 'role', 'joined', 'added']);
  expect(history[2]).toMatchObject({ byId: adminId, aboutId: id, detail: 'user → manager' });
  expect(JSON.stringify(history) + server.logged()).not.toContain(code);
  expect(server.accounts.people.invitedBy(setupCodeHash(code), server.clock.now())).toBeUndefined();
  const session = await read('/auth/session');
  expect(await session.json()).toMatchObject({ lab: { name: 'Warm Room', timeZone: 'UTC' } });
});
