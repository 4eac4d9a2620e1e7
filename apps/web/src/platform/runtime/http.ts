/** Requests to our own server. A redirect is never ours: it is a captive portal's or a proxy's. */
const timeoutMs = 30_000;

export interface HttpReply {
  readonly status: number;
  /** Parsed JSON, or undefined when the body is something else. */
  readonly json: unknown;
  readonly text: string;
}

/** Rejects when nothing came back in time. */
export async function sendJson(request: { method: 'GET' | 'POST'; path: string; body?: unknown }): Promise<HttpReply> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (request.body !== undefined) headers['Content-Type'] = 'application/json';
  const reply = await fetch(request.path, {
    method: request.method,
    headers,
    body: request.body === undefined ? null : JSON.stringify(request.body),
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await reply.text();
  return { status: reply.status, json: parse(text), text };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
