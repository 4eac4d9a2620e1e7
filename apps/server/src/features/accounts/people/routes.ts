/** The addresses of people and of the lab itself, below /api/v1. For admins with a live session. */
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { readBody } from '../../../http/body.ts';
import { problem } from '../../../http/problem.ts';
import type { AdmissionParts } from '../admission.ts';
import { addPersonSchema, labSchema, roleSchema, type SessionView } from '../model.ts';
import { createPeople } from './people.ts';

const historyMax = 200;

type Env = { Variables: { admin: SessionView } };
type CurrentView = (c: Context) => Promise<SessionView | undefined>;

const adminOnly =
  (currentView: CurrentView): MiddlewareHandler<Env> =>
  async (c, next) => {
    const view = await currentView(c);
    if (view === undefined) return problem(c, 'not-signed-in');
    if (view.role !== 'admin') return problem(c, 'not-allowed');
    c.set('admin', view);
    await next();
    return undefined;
  };

export function peopleRoutes(parts: AdmissionParts, currentView: CurrentView): Hono<Env> {
  const { people: store } = parts.accounts;
  const people = createPeople(parts);
  const routes = new Hono<Env>();
  for (const path of ['/people', '/people/*', '/lab']) routes.use(path, adminOnly(currentView));

  routes.get('/people', (c) => c.json({ people: store.list(c.get('admin').lab.id) }));
  routes.get('/people/history', (c) => c.json({ history: store.history(c.get('admin').lab.id, historyMax) }));

  routes.post('/people', async (c) => {
    const body = await readBody(c, addPersonSchema);
    if (!body.ok) return body.response;
    const added = people.add(c.get('admin'), body.value);
    return added.ok ? c.json(added.value, 201) : problem(c, added.code);
  });

  routes.post('/people/:id/role', async (c) => {
    const body = await readBody(c, roleSchema);
    if (!body.ok) return body.response;
    const changed = people.setRole(c.get('admin'), c.req.param('id'), body.value.role);
    return changed.ok ? c.body(null, 204) : problem(c, changed.code);
  });

  routes.post('/people/:id/disable', async (c) => {
    const disabled = await people.disable(c.get('admin'), c.req.param('id'));
    return disabled.ok ? c.body(null, 204) : problem(c, disabled.code);
  });

  routes.post('/people/:id/enable', (c) => {
    const enabled = people.enable(c.get('admin'), c.req.param('id'));
    return enabled.ok ? c.body(null, 204) : problem(c, enabled.code);
  });

  routes.post('/people/:id/code', (c) => {
    const given = people.giveCode(c.get('admin'), c.req.param('id'));
    return given.ok ? c.json(given.value, 201) : problem(c, given.code);
  });

  routes.post('/lab', async (c) => {
    const body = await readBody(c, labSchema);
    if (!body.ok) return body.response;
    people.changeLab(c.get('admin'), body.value);
    return c.body(null, 204);
  });

  return routes;
}
