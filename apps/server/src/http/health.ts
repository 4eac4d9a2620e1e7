/**
 * For supervisors: is the process alive, can it serve. The status code is the answer; `?verbose` names each check, in
 * the manner of Kubernetes. A check that fails says why in a few words without names or paths.
 */
import { Hono } from 'hono';

export interface HealthCheck {
  readonly name: string;
  /** Empty when all is well, otherwise what is wrong. May throw: then that is what is wrong. */
  look(): string;
}

function look({ look: ask }: HealthCheck): string {
  try {
    return ask();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  }
}

export function healthRoutes(checks: readonly HealthCheck[]): Hono {
  const routes = new Hono();
  const headers = { 'Cache-Control': 'no-store' };
  routes.get('/livez', (c) => c.text('ok\n', 200, headers));
  routes.get('/readyz', (c) => {
    const found = checks.map((check) => ({ name: check.name, wrong: look(check) }));
    const ready = found.every(({ wrong }) => wrong === '');
    const verdict = ready ? 'ok\n' : 'not ready\n';
    const lines = found.map(({ name, wrong }) => (wrong === '' ? `[+] ${name} ok\n` : `[-] ${name}: ${wrong}\n`));
    const text = c.req.query('verbose') === undefined ? verdict : `${lines.join('')}${verdict}`;
    return c.text(text, ready ? 200 : 503, headers);
  });
  return routes;
}
