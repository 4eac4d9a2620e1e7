import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { askServer, type ServerApi } from './server-api.ts';

const api = (answer: () => Promise<{ status: number; json: unknown }>): ServerApi => ({
  send: answer,
  renew: () => Promise.resolve(),
});
const ask = (status: number, json: unknown) =>
  askServer(
    api(() => Promise.resolve({ status, json })),
    { method: 'GET', path: '/api/v1/people' },
    z.object({ n: z.number() }),
  );

test('an answer of the right shape is a value', async () => {
  expect(await ask(200, { n: 1 })).toEqual({ ok: true, value: { n: 1 } });
});

test('an answer of another shape, such as the page of a captive portal, is a failure of the server', async () => {
  expect(await ask(200, undefined)).toMatchObject({ ok: false, code: 'server' });
  expect(await ask(500, undefined)).toMatchObject({ ok: false, code: 'server' });
});

test('a problem is known by its code, and one that is not known is a failure of the server', async () => {
  expect(await ask(409, { code: 'last-admin' })).toMatchObject({ ok: false, code: 'last-admin' });
  expect(await ask(418, { code: 'teapot' })).toMatchObject({ ok: false, code: 'server' });
});

test('no answer is offline', async () => {
  const none = askServer(
    api(() => Promise.reject(new TypeError('failed to fetch'))),
    { method: 'GET', path: '/' },
    z.unknown(),
  );
  expect(await none).toMatchObject({ ok: false, code: 'offline' });
});
