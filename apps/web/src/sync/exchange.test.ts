import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exchange } from './exchange.ts';
import type { Reply } from './ports.ts';

const shape = z.object({ lab: z.string() });
const ask = (reply: Reply) => exchange({ send: async () => reply }, { method: 'GET', path: '/x' }, shape);

test('[P9] a 200 that parses is an answer', async () => {
  expect(await ask({ status: 200, json: { lab: 'l', more: 1 } })).toEqual({ ok: true, value: { lab: 'l' } });
});

test.each<[string, Reply]>([
  ['not-our-server', { status: 200, json: undefined }],
  ['not-our-server', { status: 200, json: { error: 'login required' } }],
  ['not-our-server', { status: 302, json: undefined }],
  ['not-our-server', { status: 403, json: undefined }],
  ['not-our-server', { status: 404, json: { message: 'no route' } }],
  ['not-our-server', { status: 413, json: null }],
  ['server', { status: 502, json: undefined }],
  ['server', { status: 507, json: { code: 'disk-full' } }],
  ['server', { status: 503, json: { code: 'busy' } }],
  ['server', { status: 400, json: { code: 'malformed' } }],
  ['signed-out', { status: 401, json: { code: 'unknown-device' } }],
  ['signed-out', { status: 403, json: { code: 'wrong-device' } }],
  ['epoch', { status: 409, json: { code: 'epoch' } }],
  ['too-large', { status: 413, json: { code: 'too-large' } }],
  ['too-large', { status: 413, json: { code: 'too-many-ops' } }],
  ['update-needed', { status: 426, json: { code: 'upgrade' } }],
])('[P9] everything else is transient: %s for %j', async (problem, reply) => {
  expect(await ask(reply)).toEqual({ ok: false, problem });
});

test('[P9] no answer at all is the network', async () => {
  const send = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await exchange({ send }, { method: 'GET', path: '/x' }, shape)).toEqual({ ok: false, problem: 'network' });
});
