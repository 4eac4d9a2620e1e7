import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { apiOperations } from '../../api.ts';
import { testData, type TestData } from '../../operate/testing/data.testkit.ts';
import { problems } from '../problem.ts';
import type { Operation } from './document.ts';
import { type JsonSchema, malformedBodies, seeded } from './malformed.testkit.ts';

let at: TestData;
let app: Hono;
let cookie: string;
let document: {
  openapi: string;
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: JsonSchema }> } }>>;
};

beforeAll(async () => {
  at = testData();
  const opened = await at.openWithLab('empty');
  ({ cookie } = opened);
  ({ app } = opened.server);
  document = (await (await app.request('/api/v1/openapi.json')).json()) as typeof document;
});
afterAll(() => at.remove());

const routeOf = ({ method, path }: Operation): string => `${method} ${path}`;

test('the document names every route of /api/v1, and no other', () => {
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.slice('/api/v1'.length).replaceAll(/:(\w+)/g, '{$1}')}`);
  const named = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(named.sort()).toEqual([...new Set(routes)].sort());
  expect(named).toEqual([...new Set(apiOperations.map(routeOf))].sort());
});

test('it is OpenAPI 3.1, and every operation has a name of its own', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(new Set(apiOperations.map(({ id }) => id)).size).toBe(apiOperations.length);
});

/** With a parameter filled in. */
const addressOf = ({ path }: Operation): string => `/api/v1${path.replaceAll(/\{\w+\}/g, 'nobody')}`;
const ask = (operation: Operation, headers: Record<string, string>, body?: string): Promise<Response> | Response =>
  app.request(addressOf(operation), {
    method: operation.method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body }),
  });

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(Object.keys(problems)),
});

async function expectProblem(response: Response, what: string): Promise<void> {
  expect(response.status, what).toBeLessThan(500);
  expect(response.status, what).toBeGreaterThanOrEqual(400);
  expect(response.headers.get('content-type'), what).toBe('application/problem+json');
  const body = z.parse(problemSchema, await response.json());
  expect(body.status, what).toBe(response.status);
}

test.each(
  apiOperations.filter(({ body }) => body !== undefined).map((operation) => [routeOf(operation), operation] as const),
)('%s answers every malformed body with a problem below 500', async (name, operation) => {
  const schema = document.paths[operation.path]?.[operation.method]?.requestBody?.content['application/json']?.schema;
  expect(schema).toBeDefined();
  const headers = { 'Content-Type': 'application/json', Cookie: cookie };
  for (const body of malformedBodies(schema ?? {}, seeded(20_261_122), 60))
    await expectProblem(await ask(operation, headers, body), `${name} with ${body.slice(0, 200)}`);
  await expectProblem(await ask(operation, { ...headers, 'Content-Type': 'text/plain' }, '{}'), `${name} as text`);
  await expectProblem(await ask(operation, headers, `"${'x'.repeat(1_100_000)}"`), `${name} with a body of a megabyte`);
});

test.each(
  apiOperations.filter(({ who }) => who !== 'anyone').map((operation) => [routeOf(operation), operation] as const),
)('%s answers somebody who is not signed in with 401', async (name, operation) => {
  for (const cookies of ['', `__Host-tl-session=${'A'.repeat(43)}`, '__Host-tl-session=%00; a=b']) {
    const response = await ask(
      operation,
      { 'Content-Type': 'application/json', Cookie: cookies },
      operation.method === 'get' ? undefined : '{}',
    );
    expect(response.status).toBe(401);
    await expectProblem(response, name);
  }
});

test('what is read answers with the shape that the document gives it', async () => {
  const reads = apiOperations.filter(({ method }) => method === 'get');
  expect(reads.length).toBeGreaterThan(4);
  for (const operation of reads) {
    const response = await ask(operation, { Cookie: cookie });
    expect(response.status, routeOf(operation)).toBe(200);
    const schema = operation.answers[200]?.schema;
    expect(z.safeParse(schema ?? z.never(), await response.json()).success, routeOf(operation)).toBe(true);
  }
});

test('another method and an unknown address are problems too', async () => {
  await expectProblem(await app.request('/api/v1/meta', { method: 'DELETE' }), 'DELETE /meta');
  await expectProblem(await app.request('/api/v1/nothing', { headers: { Cookie: cookie } }), 'GET /nothing');
});
