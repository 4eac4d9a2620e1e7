/** Reads a JSON body against a schema; anything else becomes a problem. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { problem } from './problem.ts';

export type Body<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly response: Response };

const escape = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

async function parse(c: Context): Promise<{ json: unknown } | undefined> {
  const text = await c.req.text();
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export async function readBody<S extends z.ZodMiniType>(c: Context, schema: S): Promise<Body<z.output<S>>> {
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { ok: false, response: problem(c, 'not-json') };
  const parsed = await parse(c);
  if (parsed === undefined) return { ok: false, response: problem(c, 'bad-json') };
  const result = z.safeParse(schema, parsed.json);
  if (result.success) return { ok: true, value: result.data };
  const errors = result.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${escape(part)}`).join(''),
    detail: message,
  }));
  return { ok: false, response: problem(c, 'invalid', { errors }) };
}
