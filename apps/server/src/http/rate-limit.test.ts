import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestServer, send, setupBody, testDevice, type TestServer } from '../testing/test-app.ts';

let server: TestServer;
beforeEach(async () => {
  server = openTestServer();
  await send(server.app, '/api/v1/setup', setupBody(server.setupCode));
});
afterEach(() => server.close());

test('who guesses too often is told how long to wait, in the form that programs read', async () => {
  const guess = () =>
    send(server.app, '/api/v1/auth/sign-in', { login: 'ana', password: 'wrong', device: testDevice() });
  let answer = await guess();
  expect(answer.headers.get('ratelimit')).toBeNull();
  for (let tries = 0; answer.status === 401 && tries < 20; tries++) answer = await guess();
  expect(answer.status).toBe(429);
  const seconds = answer.headers.get('retry-after') ?? '';
  expect(Number(seconds)).toBeGreaterThan(0);
  expect(answer.headers.get('ratelimit')).toBe(`"attempts";r=0;t=${seconds}`);
  expect(answer.headers.get('ratelimit-policy')).toBe(`"attempts";q=1;w=${seconds}`);
  server.clock.advance(Number(seconds) * 1000);
  expect((await guess()).status).toBe(401);
});
