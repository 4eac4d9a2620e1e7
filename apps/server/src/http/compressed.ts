/**
 * Answers of the API in fewer bytes: JSON above a size, unless it is compressed already. Quick settings, since each
 * answer is made once; the app's own files, which are made once and sent often, are compressed better elsewhere. Event
 * streams are never touched.
 */
import type { MiddlewareHandler } from 'hono';
import { chooseEncoding, encodeQuickly } from './encodings.ts';

const worthBytes = 1024;
const isJson = (type: string): boolean => /^application\/(?:[a-z.+-]+\+)?(?:json|x-ndjson)\b/.test(type);

export const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, body, status } = c.res;
  if (body === null || headers.has('Content-Encoding') || !isJson(headers.get('Content-Type') ?? '')) return;
  headers.append('Vary', 'Accept-Encoding');
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  if (encoding === 'identity' || c.req.method === 'HEAD') return;
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  if (bytes.length <= worthBytes) {
    c.res = new Response(bytes, { status, headers });
    return;
  }
  const encoded = new Uint8Array(await encodeQuickly(bytes, encoding));
  // The length of the text would be taken over into the new answer.
  headers.delete('Content-Length');
  headers.set('Content-Encoding', encoding);
  c.res = new Response(encoded, { status, headers });
};
