import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { operate as operateHere } from './cli.ts';
import { listening, type Run, runProgram } from './testing/program.testkit.ts';
import { testData, type TestData } from './operate/testing/data.testkit.ts';
import { cookiesOf, password, testDevice } from './testing/test-app.ts';

let at: TestData;
let data: string;
let runs: Run[];
beforeEach(() => {
  at = testData();
  ({ data } = at);
  runs = [];
});
afterEach(async () => {
  for (const { child } of runs) child.kill('SIGKILL');
  await Promise.all(runs.map(({ ended }) => ended));
  at.remove();
});

function program(...args: string[]): Run {
  const run = runProgram(...args, '--data', data);
  runs.push(run);
  return run;
}

/** Runs an operator's command to its end. */
async function operate(...args: string[]): Promise<{ code: number | null; out: string }> {
  const run = program('operate', ...args);
  return { code: await run.ended, out: run.out() };
}

const post = (address: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

interface Started {
  readonly server: Run;
  readonly address: string;
  readonly cookie: string;
  readonly labId: string;
}

async function startWithLab(): Promise<Started> {
  await at.fill('demo');
  const server = program('--port', '0');
  const [, address = ''] = await server.until(listening);
  const response = await post(address, '/auth/sign-in', { login: 'ana', password, device: testDevice() });
  return { server, address, cookie: cookiesOf(response), labId: at.labId() };
}

const inLab = (labId: string, sql: string): void => {
  const db = new Database(join(data, 'labs', `lab-${labId}.sqlite`));
  db.exec(sql);
  db.close();
};

test('verify agrees with what a running server wrote, and says what somebody else changed', async () => {
  const { labId } = await startWithLab();
  const good = await operate('verify');
  expect(good.out).toMatch(
    /Cold Room Group: head [\d,]+, [\d,]+ ops, [\d,]+ entries, [\d,]+ balances\nEverything agrees\.\n$/,
  );
  expect(good.code).toBe(0);
  inLab(labId, 'UPDATE balance SET qty = qty + 1 WHERE (what, place) = (SELECT what, place FROM balance LIMIT 1)');
  const bad = await operate('verify');
  expect(bad.out).toMatch(/^ledger: Cold Room Group: \S+: the balance is (\d+), the ledger gives (\d+)\n/);
  expect(bad.out).toMatch(/\n2 differences\.\n$/);
  expect(bad.code).toBe(1);
}, 120_000);

test('backup beside a running server, restore when it is stopped: the lab is back and begins a new epoch', async () => {
  const { server, address, cookie, labId } = await startWithLab();
  const file = join(at.base, 'lab.tar.gz');
  const made = await operate('backup', file);
  expect(made.out).toMatch(/lab\.tar\.gz: .* read back and verified\. It holds Cold Room Group \(head [\d,]+\)\.\n/);
  expect(made.code).toBe(0);
  expect(await operate('backup', file)).toMatchObject({ code: 1, out: expect.stringContaining('there already') });
  await post(address, '/people', { name: 'Bo Lind', login: 'bo', role: 'user' }, { Cookie: cookie });
  const refused = await operate('restore', file);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain(`process ${server.child.pid}; kill ${server.child.pid} stops it`);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  const restored = await operate('restore', file);
  expect(restored.out).toMatch(/Cold Room Group is as it was on 2\S+Z \(head [\d,]+\)\./);
  expect(restored.code).toBe(0);
  const [, replaced = ''] = /What was there before is in (.*)\.\n/.exec(restored.out) ?? [];
  expect(existsSync(join(replaced, 'accounts.sqlite'))).toBe(true);
  const db = new Database(join(data, 'labs', `lab-${labId}.sqlite`), { readonly: true });
  expect(db.prepare('SELECT count(*) FROM epoch').pluck().get()).toBe(2);
  db.close();
  await program('--port', '0').until(listening);
}, 120_000);

test('a one-time code from the operator lets a person choose another password, and ends their sessions at once', async () => {
  const { address, cookie } = await startWithLab();
  const session = () => fetch(`${address}/api/v1/auth/session`, { headers: { Cookie: cookie } });
  expect((await session()).status).toBe(200);
  expect(await operate('reset-password', 'nobody')).toMatchObject({
    code: 1,
    out: 'Nobody has the login nobody. Nothing was changed.\n',
  });
  const given = await operate('reset-password', 'ANA');
  expect(given.code).toBe(0);
  const [, code = ''] = /One-time code for Ana Reis \(ana\): (\S+)\n/.exec(given.out) ?? [];
  expect((await session()).status).toBe(401);
  const other = 'thimble-orchard-walrus-5';
  expect((await post(address, '/auth/join', { code, password: other, device: testDevice() })).status).toBe(200);
  expect((await post(address, '/auth/sign-in', { login: 'ana', password: other, device: testDevice() })).status).toBe(
    200,
  );
}, 120_000);

test('a copy that an admin asks for is made by another process and verified', async () => {
  const { address, cookie } = await startWithLab();
  const ask = async () => {
    const response = await fetch(`${address}/api/v1/admin/backups`, { headers: { Cookie: cookie } });
    return (await response.json()) as { making: boolean; failure: unknown; backups: Record<string, unknown>[] };
  };
  expect((await post(address, '/admin/backups', {}, { Cookie: cookie })).status).toBe(202);
  await expect.poll(async () => (await ask()).making, { timeout: 30_000 }).toBe(false);
  expect(await ask()).toMatchObject({ failure: null, backups: [{ verified: true, differences: 0 }] });
}, 120_000);

test('--check says what starting would do and leaves the data alone', async () => {
  const nothing = program('--check');
  expect(await nothing.ended).toBe(0);
  expect(nothing.out()).toContain('holds no data yet');
  expect(existsSync(data)).toBe(false);
  const { labId } = await startWithLab();
  const good = program('--check');
  expect(await good.ended).toBe(0);
  expect(good.out()).toMatch(/stays as it is\n[^]*Nothing to migrate; everything agrees\. Nothing was changed\.\n$/);
  inLab(labId, 'PRAGMA user_version = 0');
  const bad = program('--check');
  expect(await bad.ended).toBe(1);
  expect(bad.out()).toMatch(
    /could not be migrated: .* already exists\. Stay with the version that you have\. Nothing was changed/,
  );
}, 120_000);

test('a server whose migration fails does not start, says why, and leaves the file as it was', async () => {
  const { server, labId } = await startWithLab();
  server.child.kill('SIGTERM');
  await server.ended;
  const file = join(data, 'labs', `lab-${labId}.sqlite`);
  inLab(labId, 'PRAGMA user_version = 0');
  const rows = (): unknown => {
    const db = new Database(file, { readonly: true });
    const found = db.prepare('SELECT count(*) FROM feed').pluck().get();
    db.close();
    return found;
  };
  const before = rows();
  const refused = program('--port', '0');
  expect(await refused.ended).toBe(1);
  expect(refused.out()).toContain('It was put back as it was; start the version of TidyLab that you had before');
  expect(rows()).toEqual(before);
}, 120_000);

test('each command explains itself, and a mistake is answered with how to say it', async () => {
  const told = async (...argv: string[]): Promise<[number, string]> => {
    const lines: string[] = [];
    const tell = (line: string): void => void lines.push(line);
    const code = await operateHere({ argv, cwd: at.base, deps: at.deps, say: tell, complain: tell });
    return [code, lines.join('\n')];
  };
  const saying = (text: string): unknown => expect.stringContaining(text);
  const [code, help] = await told('--help');
  expect(code).toBe(0);
  for (const name of ['verify', 'backup FILE', 'restore FILE', 'reset-password LOGIN']) expect(help).toContain(name);
  expect(help).not.toContain('copy [--data');
  expect(await told('restore', '--help')).toEqual([0, saying('The server must be stopped')]);
  expect(await told('burn')).toEqual([2, saying('There is no command burn.')]);
  expect(await told()).toEqual([2, saying('Name a command.')]);
  expect(await told('backup')).toEqual([2, saying('Give one FILE.')]);
  expect(await told('verify', '--fast')).toEqual([2, saying('no option --fast')]);
  expect(await told('verify', '--data')).toEqual([2, saying('--data needs a value')]);
  expect(await told('verify', 'this')).toEqual([2, saying('nothing to do with this')]);
  expect(await told('verify', '--data=nowhere')).toEqual([1, saying('nowhere holds no data of TidyLab')]);
  writeFileSync(join(at.base, 'x'), 'hello');
  expect(await told('restore', 'x', '--data', 'new')).toEqual([1, saying('Nothing was changed')]);
  expect(readFileSync(join(at.base, 'x'), 'utf8')).toBe('hello');
});
