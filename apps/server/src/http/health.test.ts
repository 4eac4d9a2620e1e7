import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { labFile } from '../operate/folder.ts';
import { healthChecks } from '../operate/health-checks.ts';
import { testData, type TestData } from '../operate/testing/data.testkit.ts';
import { healthRoutes } from './health.ts';

let at: TestData;
beforeEach(() => {
  at = testData();
});
afterEach(() => at.remove());

test('a server that can serve says so, and names its checks when asked', async () => {
  const { server } = await at.openWithLab('empty');
  const ask = async (path: string): Promise<[number, string]> => {
    const response = await server.app.request(path);
    return [response.status, await response.text()];
  };
  expect(await ask('/livez')).toEqual([200, 'ok\n']);
  expect(await ask('/readyz')).toEqual([200, 'ok\n']);
  expect(await ask('/readyz?verbose')).toEqual([
    200,
    '[+] accounts ok\n[+] labs ok\n[+] migrations ok\n[+] disk ok\nok\n',
  ]);
});

test('a full disk, a lab that is gone and a check that throws make it not ready, without a path in the answer', async () => {
  await at.fill('empty');
  const labIds = (): string[] => [at.labId()];
  const full = healthRoutes(healthChecks({ data: at.data, labIds, freeBytesMin: Number.MAX_SAFE_INTEGER }));
  const answer = await full.request('/readyz?verbose');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/\[\+\] labs ok\n[^]*\[-\] disk: \d+ MiB are free\nnot ready\n$/);
  rmSync(labFile(at.data, at.labId()));
  const gone = await healthRoutes(healthChecks({ data: at.data, labIds })).request('/readyz?verbose');
  expect(gone.status).toBe(503);
  const text = await gone.text();
  expect(text).toContain('[-] labs: SQLITE_CANTOPEN');
  expect(text).not.toContain(at.data);
});

test('a file that is behind is not ready', async () => {
  await at.fill('empty');
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(labFile(at.data, at.labId()));
  db.pragma('user_version = 1');
  db.close();
  const checks = healthChecks({ data: at.data, labIds: () => [at.labId()] });
  const text = await (await healthRoutes(checks).request('/readyz?verbose')).text();
  expect(text).toContain('[-] migrations: a file is not at the newest version');
});
