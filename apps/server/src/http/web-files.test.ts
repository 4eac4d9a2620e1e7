import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testFolder } from '../testing/test-app.ts';
import { createWebFiles } from './web-files.ts';

let base: ReturnType<typeof testFolder>;
let app: Hono;
const page = `<!doctype html><title>TidyLab</title>${'<p>words</p>'.repeat(200)}`;

beforeEach(() => {
  base = testFolder();
  const root = join(base.path, 'web');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), page);
  writeFileSync(join(root, 'sw.js'), 'self.x = 1');
  writeFileSync(join(root, 'manifest.webmanifest'), '{}');
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), `export const a = '${'x'.repeat(5000)}'`);
  writeFileSync(join(root, 'assets', 'scan.wasm'), Buffer.alloc(10));
  writeFileSync(join(base.path, 'secret.js'), 'secret');
  writeFileSync(join(root, '.env.js'), 'secret');
  symlinkSync(join(base.path, 'secret.js'), join(root, 'assets', 'link.js'));
  app = new Hono();
  app.notFound(createWebFiles(root));
});
afterEach(() => base.remove());

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const navigation = { Accept: 'text/html,application/xhtml+xml', 'Sec-Fetch-Dest': 'document' };

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
  ['/assets/app-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/scan.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
])('%s is %s and %s', async (path, type, caching) => {
  const response = await get(path, { Origin: 'http://localhost' });
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe(type);
  expect(response.headers.get('Cache-Control')).toBe(caching);
  expect(response.headers.get('Vary') ?? '').not.toContain('Origin');
  expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('a deep link that a browser navigates to is the page of the app', async () => {
  const response = await get('/items/018f3c52-6f0e-7b6f-9d0a-3c1f9a2b4e61?tab=lots', navigation);
  expect([response.status, await response.text()]).toEqual([200, page]);
  expect(response.headers.get('Cache-Control')).toBe('no-cache');
});

test.each(['/assets/app-gone.js', '/assets/gone', '/gone.js', '/favicon.ico'])(
  '%s is missing: a plain 404, never HTML',
  async (path) => {
    const response = await get(path, navigation);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toContain('text/plain');
  },
);

test('a script that is not there is not answered with the page, whatever it accepts', async () => {
  expect((await get('/chunk', { Accept: '*/*' })).status).toBe(404);
  expect((await get('/chunk', { Accept: 'text/html', 'Sec-Fetch-Dest': 'script' })).status).toBe(404);
});

test.each([
  '/assets/link.js',
  '/.env.js',
  '/assets/..%2f..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/..%5csecret.js',
  '/assets/%00.js',
  '/%E0%A4%A',
])('nothing outside the folder and nothing hidden is served: %s', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('secret');
});

test('each encoding carries the same bytes under its own tag', async () => {
  const [br, gzip, plain] = await Promise.all(
    ['br, gzip', 'gzip, br;q=0', 'identity'].map((accept) => get('/assets/app-1a2b.js', { 'Accept-Encoding': accept })),
  );
  const bytes = async (response: Response | undefined): Promise<Buffer> =>
    Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect([br, gzip, plain].map((response) => response?.headers.get('Content-Encoding'))).toEqual(['br', 'gzip', null]);
  const original = await bytes(plain);
  expect(brotliDecompressSync(await bytes(br)).equals(original)).toBe(true);
  expect(gunzipSync(await bytes(gzip)).equals(original)).toBe(true);
  expect(new Set([br, gzip, plain].map((response) => response?.headers.get('ETag'))).size).toBe(3);
  expect(br?.headers.get('Vary')).toBe('Accept-Encoding');
});

test('a copy that is still right is not sent again, and a new build is noticed', async () => {
  const etag = (await get('/')).headers.get('ETag') ?? '';
  const same = await get('/', { 'If-None-Match': `W/"x", ${etag}` });
  expect([same.status, await same.text()]).toEqual([304, '']);
  writeFileSync(join(base.path, 'web', 'index.html'), '<!doctype html>second build');
  const next = await get('/', { 'If-None-Match': etag });
  expect([next.status, await next.text()]).toEqual([200, '<!doctype html>second build']);
});

test('HEAD answers the headers without the file', async () => {
  const response = await app.request('/', { method: 'HEAD' });
  expect([response.status, await response.text(), response.headers.get('Content-Length')]).toEqual([
    200,
    '',
    String(page.length),
  ]);
});
