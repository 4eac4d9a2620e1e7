/**
 * The OpenAPI 3.1 document of /api/v1, made from the schemas that the routes themselves read with. OpenAPI 3.1 takes
 * JSON Schema 2020-12 as it is.
 */
import * as z from 'zod/mini';
import { type ProblemCode, problems } from '../problem.ts';

export interface Answer {
  readonly what: string;
  /** None: the answer has no body. */
  readonly schema?: z.ZodMiniType;
}

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, parameters in braces: `/people/{id}/role`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly who: 'anyone' | 'member' | 'admin';
  readonly body?: z.ZodMiniType;
  readonly answers: Readonly<Record<number, Answer>>;
  /** The problems of its own, besides those that every address may answer with. */
  readonly problems?: readonly ProblemCode[];
}

const jsonSchema = (schema: z.ZodMiniType, io: 'input' | 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Codes that share a status are one answer. */
function problemAnswers(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(codes)) {
    const { status, title } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${title}.`]);
  }
  const limited = {
    'Retry-After': { $ref: '#/components/headers/Retry-After' },
    RateLimit: { $ref: '#/components/headers/RateLimit' },
    'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
  };
  const entries = [...byStatus].map(([status, lines]) => [
    String(status),
    { description: lines.join('\n\n'), content: problemContent, ...(status === 429 ? { headers: limited } : {}) },
  ]);
  return Object.fromEntries(entries) as Record<string, object>;
}

function codesOf({ who, body, problems: own = [], path }: Operation): ProblemCode[] {
  return [
    ...own,
    ...(who === 'anyone' ? [] : (['not-signed-in'] as const)),
    ...(who === 'admin' ? (['not-allowed'] as const) : []),
    ...(body === undefined ? [] : (['bad-json', 'not-json', 'invalid', 'too-large'] as const)),
    ...(path.includes('{') ? (['not-found'] as const) : []),
    'cross-site',
    'internal',
    'disk-full',
  ];
}

function operationOf(operation: Operation): object {
  const { id, summary, who, body, answers, path } = operation;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'string' } };
  });
  const own = Object.entries(answers).map(([status, { what, schema }]) => [
    status,
    {
      description: what,
      ...(schema === undefined ? {} : { content: { 'application/json': { schema: jsonSchema(schema, 'output') } } }),
    },
  ]);
  return {
    operationId: id,
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(who === 'anyone' ? { security: [] } : { security: [{ session: [] }] }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } } }),
    responses: { ...(Object.fromEntries(own) as object), ...problemAnswers(codesOf(operation)) },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string', format: 'json-pointer' }, detail: { type: 'string' } },
      },
    },
  },
};

const header = (description: string) => ({ description, schema: { type: 'string' } });

export function openApiDocument(operations: readonly Operation[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'TidyLab',
      version,
      description:
        'What is done online: setup, sign-in, people, backups. Stock is moved through /sync/v1, whose messages packages/sync/SPEC.md describes. Errors are problem details (RFC 9457) with a `code` from one closed list.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      headers: {
        'Retry-After': header('Seconds to wait.'),
        RateLimit: header(
          'What is left and when it is more again, in the form of draft-ietf-httpapi-ratelimit-headers.',
        ),
        'RateLimit-Policy': header('The limit itself.'),
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-tl-session' } },
    },
  };
}
