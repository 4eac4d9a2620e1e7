import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openServer, type Server } from './server.ts';
import { cookiesOf, send, setupBody, testDevice, testFolder } from './testing/test-app.ts';

/** A folder with the demo lab, made once: making it takes seconds. */
const template = testFolder();
let folder: ReturnType<typeof testFolder>;
let data: string;
const servers: Server[] = [];
const codes: string[] = [];

beforeEach(() => {
  folder = testFolder();
  data = join(folder.path, 'demo');
  codes.length = 0;
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  folder.remove();
});

const silent = (): void => undefined;
const deps = {
  clock: { now: () => Date.now() },
  random: (bytes: number) => randomBytes(bytes),
  log: { info: silent, warn: silent, error: silent },
};

async function start(scenario: 'demo' | null = 'demo') {
  const opened = await openServer({
    data,
    scenario: scenario ?? undefined,
    deps,
    onSetupCode: (code) => void codes.push(code),
  });
  if (opened.ok) servers.push(opened.value);
  return opened;
}

/** On a copy of the folder of a first start. */
async function started(): Promise<Server> {
  if (!existsSync(data)) cpSync(template.path, data, { recursive: true });
  const opened = await start();
  if (!opened.ok) throw new Error(opened.detail);
  return opened.value;
}

function stop(server: Server): void {
  servers.splice(servers.indexOf(server), 1);
  server.close();
}

async function signIn({ app, tryingOut }: Server, role: string) {
  const person = tryingOut?.people.find((one) => one.role === role);
  const { login, password } = person ?? { login: '', password: '' };
  return send(app, '/api/v1/auth/sign-in', { login, password, device: testDevice() });
}

const purge = ({ app }: Server, Cookie: string) => send(app, '/api/v1/lab/purge-demo', {}, { Cookie });
const stateOf = async ({ app }: Server) =>
  ((await (await app.request('/api/v1/meta')).json()) as { state: string }).state;

beforeAll(async () => {
  const made = await openServer({ data: template.path, scenario: 'demo', deps });
  if (!made.ok) throw new Error(made.detail);
  made.value.close();
}, 180_000);
afterAll(() => template.remove());

test('a demo lab has people in each role and one password, which only its owner can read in the folder', async () => {
  const server = await started();
  const people = server.tryingOut?.people ?? [];
  expect(new Set(people.map(({ role }) => role))).toEqual(new Set(['admin', 'manager', 'user']));
  const passwords = new Set(people.map(({ password }) => password));
  expect([...passwords].map((password) => /^(?:[0-9a-z]{5}-){3}[0-9a-z]{5}$/.test(password))).toEqual([true]);
  const file = join(data, 'demo-password');
  expect(readFileSync(file, 'utf8').trim()).toBe([...passwords][0]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const response = await signIn(server, 'user');
  expect(await response.json()).toMatchObject({ lab: { name: 'Demo lab', demo: true }, role: 'user' });
});

test('a second start finds the lab and the password of the first', async () => {
  const first = await started();
  const { tryingOut } = first;
  stop(first);
  expect((await started()).tryingOut).toEqual(tryingOut);
});

test('without its password file a demo lab is not opened under another password', async () => {
  stop(await started());
  rmSync(join(data, 'demo-password'));
  expect(await start()).toMatchObject({ ok: false, code: 'no-demo-password' });
});

test('an admin removes the demo: its files, accounts and password are gone and setup waits with the code told', async () => {
  const server = await started();
  await server.copies.make();
  const admin = await signIn(server, 'admin');
  const removed = await purge(server, cookiesOf(admin));
  expect(removed.status).toBe(200);
  const { setupCode } = (await removed.json()) as { setupCode: string };
  expect(codes).toEqual([setupCode]);
  expect(await stateOf(server)).toBe('setup');
  expect(readdirSync(join(data, 'labs'))).toEqual([]);
  expect(readdirSync(join(data, 'copies'))).toEqual([]);
  expect(existsSync(join(data, 'demo-password'))).toBe(false);
  expect((await signIn(server, 'admin')).status).toBe(401);
  expect((await purge(server, cookiesOf(admin))).status).toBe(401);
  const own = await send(server.app, '/api/v1/setup', setupBody(setupCode));
  expect(await own.json()).toMatchObject({ lab: { name: 'Cold Room Group', currency: 'EUR', demo: false } });
});

test('only an admin removes the demo', async () => {
  const server = await started();
  for (const role of ['manager', 'user'])
    expect((await purge(server, cookiesOf(await signIn(server, role)))).status).toBe(403);
  expect((await purge(server, '')).status).toBe(401);
  expect(await stateOf(server)).toBe('ready');
});

test('a lab of its own is never removed as a demo, and never opened as one', async () => {
  const opened = await start(null);
  if (!opened.ok) throw new Error(opened.detail);
  const { app, setupCode = '' } = opened.value;
  const admin = await send(app, '/api/v1/setup', setupBody(setupCode));
  const answer = await purge(opened.value, cookiesOf(admin));
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'not-a-demo' }]);
  expect(await stateOf(opened.value)).toBe('ready');
  stop(opened.value);
  expect(await start()).toMatchObject({ ok: false, code: 'another-lab' });
});
