/**
 * Serves the built app. Files under /assets carry a hash in their name and never change; everything else is asked for
 * again each time. An address that a browser navigates to is the app's own page, so that deep links work; a file that
 * is not there is a plain 404, because HTML in the place of a script breaks an installed app.
 *
 * No CORS headers and no `Vary: Origin` here: Chromium sends Origin with module scripts of the same origin, and a
 * cached copy that varies by it is not found again offline.
 */
import type { Context } from 'hono';
import { chooseEncoding } from './encodings.ts';
import { createFileCache, type FileCache, type Representation } from './file-cache.ts';
import { mediaOf } from './media-types.ts';

const immutable = 'public, max-age=31536000, immutable';

/** The decoded path, or undefined when it is not one of a plain file: dots, backslashes, NUL, bad escapes. */
function plainPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    return /[\\\0]|\/\.|\/\//.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

function isNavigation(c: Context, path: string): boolean {
  const destination = c.req.header('sec-fetch-dest');
  const document = destination === undefined || destination === 'document';
  return (
    document &&
    (c.req.header('accept') ?? '').includes('text/html') &&
    !path.startsWith('/assets/') &&
    mediaOf(path) === undefined
  );
}

const missing = (c: Context): Response => c.text('Not found\n', 404, { 'Cache-Control': 'no-store' });

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

function send(c: Context, path: string, file: Representation): Response {
  const headers: Record<string, string> = {
    ETag: file.etag,
    'Cache-Control': path.startsWith('/assets/') ? immutable : 'no-cache',
    ...(file.varies ? { Vary: 'Accept-Encoding' } : {}),
  };
  if (matches(c.req.header('if-none-match'), file.etag)) return c.body(null, 304, headers);
  if (file.encoding !== 'identity') headers['Content-Encoding'] = file.encoding;
  const bytes = new Uint8Array(file.bytes);
  return c.body(bytes.buffer, 200, { ...headers, 'Content-Type': file.type, 'Content-Length': String(bytes.length) });
}

async function find(files: FileCache, c: Context): Promise<{ path: string; file: Representation } | undefined> {
  const path = plainPath(c.req.url);
  if (path === undefined) return undefined;
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  const asked = path === '/' ? '/index.html' : path;
  const file = await files(asked, encoding);
  if (file !== undefined) return { path: asked, file };
  const page = isNavigation(c, path) ? await files('/index.html', encoding) : undefined;
  return page === undefined ? undefined : { path: '/index.html', file: page };
}

/** @param root an existing folder. The handler is for GET and HEAD. */
export function createWebFiles(root: string): (c: Context) => Promise<Response> {
  const files = createFileCache(root);
  return async (c) => {
    const found = await find(files, c);
    return found === undefined ? missing(c) : send(c, found.path, found.file);
  };
}
