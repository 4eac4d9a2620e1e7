import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listening, type Run, runProgram } from './testing/program.testkit.ts';
import { cookiesOf, password, setupBody, testDevice, testFolder } from './testing/test-app.ts';

// Each start of the program compiles its sources; on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 120_000 });

let base: ReturnType<typeof testFolder>;
let runs: Run[];
beforeEach(() => {
  base = testFolder();
  runs = [];
});
afterEach(async () => {
  for (const { child } of runs) child.kill('SIGKILL');
  await Promise.all(runs.map(({ ended }) => ended));
  base.remove();
});

function start(...args: string[]): Run {
  const run = runProgram('--port', '0', '--data', join(base.path, 'data'), ...args);
  runs.push(run);
  return run;
}

async function post(address: string, path: string, body: unknown): Promise<Response> {
  return fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

test('first start, setup, an open event stream, SIGTERM, and a second start that knows the account', async () => {
  const first = start();
  const [, address = ''] = await first.until(listening);
  const [, code = ''] = await first.until(/\/setup\?code=(\S+)\n/);
  expect(statSync(join(base.path, 'data')).mode & 0o777).toBe(0o700);
  const device = testDevice();
  const done = await post(address, '/api/v1/setup', setupBody(code, device));
  expect(done.status).toBe(200);

  const stream = await fetch(`${address}/sync/v1/live`, { headers: { Cookie: cookiesOf(done) } });
  expect(stream.status).toBe(200);
  const asked = Date.now();
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(1000);
  await stream.body?.cancel().catch(() => undefined);

  const second = start();
  const [, again = ''] = await second.until(listening);
  expect((await post(again, '/api/v1/auth/sign-in', { login: 'ana', password, device })).status).toBe(200);
  expect(second.out()).not.toContain('Setup code');
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

test('the scenario fills an empty folder, says what it is for, and is not loaded over another lab', async () => {
  const tried = start('--scenario', 'lab');
  const [, address = ''] = await tried.until(listening);
  const [, login = '', known = ''] = await tried.until(/ {2}(\S+) \(admin\), password: (\S+)\n/);
  expect(tried.out()).toContain('for trying out');
  expect((await post(address, '/api/v1/auth/sign-in', { login, password: known, device: testDevice() })).status).toBe(
    200,
  );
});

test('a second server on the same folder and a busy port are told in words', async () => {
  const first = start();
  const [, , port = ''] = await first.until(listening);
  const second = start();
  await second.until(new RegExp(`in use by another TidyLab server \\(process ${first.child.pid}\\)`));
  expect(await second.ended).toBe(1);
  const third = start('--data', join(base.path, 'other'), '--port', port);
  await third.until(new RegExp(`Port ${port} is already in use.*--port ${Number(port) + 1}`));
  expect(await third.ended).toBe(1);
  expect(second.out() + third.out()).not.toMatch(/\n\s+at /);
});

test('a folder of a newer version, one that cannot be made, a missing app and an unknown option end with a reason', async () => {
  mkdirSync(join(base.path, 'data'));
  writeFileSync(join(base.path, 'data', 'tidylab.json'), '{"format":2}');
  writeFileSync(join(base.path, 'file'), '');
  const cases: [Run, RegExp, number][] = [
    [start(), /written by a newer version of TidyLab/, 1],
    [start('--data', join(base.path, 'file', 'data')), /a file stands in its way/, 1],
    [start('--data', join(base.path, 'new'), '--web', join(base.path, 'no-app')), /There is no folder .*no-app/, 1],
    [start('--colour', 'red'), /There is no option --colour[^]*Usage:/, 2],
  ];
  for (const [run, message, code] of cases) {
    await run.until(message);
    expect(await run.ended).toBe(code);
    expect(run.out()).not.toMatch(/\n\s+at /);
  }
});

test('a port that another kind of program holds is named, and the folder is free again', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  const refused = start('--port', String(port));
  await refused.until(new RegExp(`Port ${port} is already in use`));
  expect(await refused.ended).toBe(1);
  holder.close();
  await start('--port', '0').until(listening);
});
