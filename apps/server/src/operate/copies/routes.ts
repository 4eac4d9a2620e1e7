/** The copies as an admin sees them, below /api/v1. */
import { type Context, Hono } from 'hono';
import { problem } from '../../http/problem.ts';
import type { Copies } from './copies.ts';

export type WhoAsks = (c: Context) => Promise<'admin' | 'member' | 'nobody'>;

export function copiesRoutes(copies: Copies, whoAsks: WhoAsks): Hono {
  const routes = new Hono();
  routes.use('/admin/backups', async (c, next) => {
    const who = await whoAsks(c);
    if (who === 'nobody') return problem(c, 'not-signed-in');
    if (who === 'member') return problem(c, 'not-allowed');
    await next();
    return undefined;
  });

  const answer = () => {
    const { copies: made, making, next, failure } = copies.view();
    const backups = made.map(({ name, madeAt, bytes, differences }) => {
      return { name, madeAt, bytes, verified: differences === 0, differences };
    });
    return { backups, making, next, failure };
  };

  routes.get('/admin/backups', (c) => c.json(answer()));
  routes.post('/admin/backups', (c) => {
    void copies.make();
    return c.json(answer(), 202);
  });
  return routes;
}
