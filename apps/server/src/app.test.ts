import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentSecurityPolicy } from './http/security-headers.ts';
import { problems } from './http/problem.ts';
import { openTestServer, send, setupBody, testFolder, type TestServer } from './testing/test-app.ts';

let server: TestServer;
let web: ReturnType<typeof testFolder>;
beforeEach(() => {
  web = testFolder();
  mkdirSync(join(web.path, 'assets'));
  writeFileSync(join(web.path, 'index.html'), '<!doctype html>app');
  writeFileSync(join(web.path, 'assets', 'worker.js'), 'onmessage = () => {}');
  server = openTestServer(web.path);
});
afterEach(() => {
  server.close();
  web.remove();
});

const expectProblem = async (response: Response, code: keyof typeof problems): Promise<void> => {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(response.status).toBe(problems[code].status);
  expect(await response.json()).toMatchObject({
    type: `/problems/${code}`,
    code,
    status: problems[code].status,
    title: problems[code].title,
  });
};

test('an address that is not there is a problem below /api and /sync, also for a browser', async () => {
  await expectProblem(await server.app.request('/api/v1/nothing', { headers: { Accept: 'text/html' } }), 'not-found');
  await expectProblem(await server.app.request('/api'), 'not-found');
  await expectProblem(await send(server.app, '/api/v2/auth/sign-in', {}), 'not-found');
});

test('a wrong method is told which ones there are', async () => {
  const response = await server.app.request('/api/v1/setup');
  expect(response.headers.get('Allow')).toBe('POST');
  await expectProblem(response, 'method-not-allowed');
  await expectProblem(await server.app.request('/items', { method: 'DELETE' }), 'method-not-allowed');
});

test('a body that is not JSON, of another type or too large is refused before anything is done', async () => {
  const post = (body: string, type: string) =>
    server.app.request('/api/v1/setup', { method: 'POST', headers: { 'Content-Type': type }, body });
  await expectProblem(await post('{"code":', 'application/json'), 'bad-json');
  await expectProblem(await post('code=1', 'application/x-www-form-urlencoded'), 'not-json');
  await expectProblem(
    await post(JSON.stringify('x'.repeat(1024 * 1024)), 'application/json; charset=utf-8'),
    'too-large',
  );
});

test.each([
  [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
  [{ 'Sec-Fetch-Site': 'same-site' }, 403],
  [{ 'Sec-Fetch-Site': 'none' }, 403],
  [{ Origin: 'http://evil.example' }, 403],
  [{ Origin: 'null' }, 403],
  [{ Origin: 'http://localhost:9999' }, 403],
  [{ Origin: 'http://localhost', Host: 'localhost', 'Sec-Fetch-Site': 'same-origin' }, 422],
  [{}, 422],
])('a change with %o is answered %i', async (headers, status) => {
  expect((await send(server.app, '/api/v1/setup', {}, headers)).status).toBe(status);
  const sync = await send(server.app, '/sync/v1/push', {}, headers);
  expect(sync.status === 403).toBe(status === 403);
});

test('every answer carries the policy, scripts of workers too, and none allows another origin', async () => {
  for (const path of ['/', '/assets/worker.js', '/api/v1/meta', '/api/v1/nothing', '/sync/v1/pull', '/livez']) {
    const { headers } = await server.app.request(path, { headers: { Origin: 'http://evil.example' } });
    expect(headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Permissions-Policy')).toContain('camera=(self)');
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(headers.get('X-Request-Id')).toMatch(/^[\w-]{16}$/);
  }
});

test('answers of the API are kept by nobody', async () => {
  expect((await server.app.request('/api/v1/meta')).headers.get('Cache-Control')).toBe('no-store');
});

test('the log names requests without their query, and never a code or password', async () => {
  const body = setupBody(server.setupCode);
  await server.app.request(`/setup?code=${server.setupCode}`, { headers: { Accept: 'text/html' } });
  await send(server.app, '/api/v1/setup', body);
  expect(server.logged()).toContain('"path":"/setup"');
  expect(server.logged()).not.toContain(server.setupCode);
  expect(server.logged()).not.toContain(body.password);
});

test('a fault of ours is a problem without details, and the log has them', async () => {
  server.accounts.close();
  await expectProblem(await server.app.request('/api/v1/meta'), 'internal');
  expect(server.logged()).toContain('not open');
  expect((await server.app.request('/readyz')).status).toBe(503);
  expect((await server.app.request('/livez')).status).toBe(200);
});
