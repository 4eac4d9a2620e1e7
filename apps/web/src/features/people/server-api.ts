/**
 * Asking the server for what only it knows: people, the lab's own settings, copies. The composition root hands the
 * transport in. Every expected failure is a value; nothing here is kept on the device.
 */
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { createContext, useContext } from 'react';
import * as z from 'zod/mini';

export interface ServerApi {
  /** Rejects only when nothing came back. */
  send(request: { method: 'GET' | 'POST'; path: string; body?: unknown }): Promise<{ status: number; json: unknown }>;
  /** What the server says of this person and lab now is shown on this device. */
  renew(): Promise<void>;
}

const known = ['not-signed-in', 'not-allowed', 'not-found', 'invalid', 'login-taken', 'last-admin'] as const;
/** `offline`: no answer. `server`: an answer that cannot be used. */
export type ApiFailure = (typeof known)[number] | 'offline' | 'server';

const problemSchema = z.object({ code: z.string() });

function failureOf(json: unknown): ApiFailure {
  const problem = z.safeParse(problemSchema, json);
  return known.find((code) => problem.success && problem.data.code === code) ?? 'server';
}

/** @param schema of the answer; `undefined` is what a 204 answers. */
export async function askServer<S extends z.ZodMiniType>(
  api: ServerApi,
  request: { method: 'GET' | 'POST'; path: string; body?: unknown },
  schema: S,
): Promise<Result<z.output<S>, ApiFailure>> {
  try {
    const { status, json } = await api.send(request);
    if (status < 200 || status > 299) return refuse(failureOf(json));
    const answer = z.safeParse(schema, json);
    return answer.success ? ok(answer.data) : refuse('server');
  } catch {
    return refuse('offline');
  }
}

export const nothing = z.unknown();

export const ServerApiContext = createContext<ServerApi | null>(null);

export function useServerApi(): ServerApi {
  const api = useContext(ServerApiContext);
  if (!api) throw new Error('assertion failed: useServerApi needs a ServerApiContext above it');
  return api;
}
