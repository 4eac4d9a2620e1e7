/** For supervisors: is the process alive, can it serve. The status code is the answer. */
import { Hono } from 'hono';

export function healthRoutes(isReady: () => boolean): Hono {
  const routes = new Hono();
  routes.get('/livez', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }));
  routes.get('/readyz', (c) => {
    const ready = isReady();
    return c.text(ready ? 'ok\n' : 'not ready\n', ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  return routes;
}
