import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { compressed } from './compressed.ts';

const long = JSON.stringify({ rows: Array.from({ length: 200 }, (_, seq) => ({ seq, kind: 'item' })) });

const app = new Hono();
app.use(compressed);
app.get('/long', (c) => c.body(long, 200, { 'Content-Type': 'application/json' }));
app.get('/short', (c) => c.json({ ok: true }));
app.get('/problem', (c) => c.body(long, 409, { 'Content-Type': 'application/problem+json' }));
app.get('/packed', (c) => c.body(long, 200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }));
app.get('/live', (c) => c.body(`data: ${long}\n\n`, 200, { 'Content-Type': 'text/event-stream' }));
app.get('/nothing', (c) => c.body(null, 204));

const ask = (path: string, accept?: string) =>
  app.request(path, { headers: accept === undefined ? {} : { 'Accept-Encoding': accept } });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

test('long JSON goes out compressed as the client takes it, and is the same when unpacked', async () => {
  const br = await ask('/long', 'gzip, deflate, br');
  expect(br.headers.get('content-encoding')).toBe('br');
  expect(br.headers.get('vary')).toBe('Accept-Encoding');
  const packed = await bytesOf(br);
  expect(packed.length).toBeLessThan(long.length / 4);
  expect(brotliDecompressSync(packed).toString()).toBe(long);
  const gzip = await ask('/problem', 'gzip');
  expect([gzip.status, gzip.headers.get('content-encoding')]).toEqual([409, 'gzip']);
  expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(long);
});

test('who takes no encoding gets the text, told that it varies', async () => {
  for (const accept of [undefined, 'identity', 'gzip;q=0']) {
    const response = await ask('/long', accept);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe(long);
  }
});

test('short answers, streams, what is compressed already and what has no body stay as they are', async () => {
  expect(await (await ask('/short', 'br')).json()).toEqual({ ok: true });
  expect((await ask('/short', 'br')).headers.get('content-encoding')).toBeNull();
  expect((await ask('/live', 'br')).headers.get('content-encoding')).toBeNull();
  expect(await (await ask('/packed', 'br')).text()).toBe(long);
  expect((await ask('/nothing', 'br')).status).toBe(204);
});
