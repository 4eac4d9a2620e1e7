/** The document at /api/v1/openapi.json: the same for everybody, made once. */
import { Hono } from 'hono';
import { VERSION } from '../../version.ts';
import { openApiDocument, type Operation } from './document.ts';

export function openApiRoutes(operations: readonly Operation[]): Hono {
  const text = JSON.stringify(openApiDocument(operations, VERSION));
  const routes = new Hono();
  routes.get('/openapi.json', (c) =>
    c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' }),
  );
  return routes;
}
