/**
 * Reading from the server on screens that need it. A failure is a value, so the query library never retries by itself
 * for what a person must do; while the server cannot be reached it looks again every few seconds.
 */
import type { Result } from '@tidylab/domain/kernel/result';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { type ApiFailure, askServer, nothing, useServerApi } from './server-api.ts';

const lookAgainMs = 5000;

/**
 * @param path also the key: the same path is asked once for all parts of a screen.
 * @param unfinished of what was answered: it is asked again soon.
 */
export function useServer<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  unfinished: (value: z.output<S>) => boolean = () => false,
): { readonly answer: Result<z.output<S>, ApiFailure> | undefined; readonly again: () => void } {
  const api = useServerApi();
  const { data, refetch } = useQuery({
    queryKey: [path],
    queryFn: () => askServer(api, { method: 'GET', path }, schema),
    networkMode: 'always',
    retry: false,
    refetchInterval: ({ state: { data: last } }) => {
      if (!last) return false;
      return (last.ok ? unfinished(last.value) : last.code === 'offline') ? lookAgainMs : false;
    },
  });
  return { answer: data, again: () => void refetch() };
}

interface Telling<T> {
  /** Resolves with the answer (`undefined` for an empty one), or with null after a failure, which `failure` then says. */
  tell(path: string, body?: unknown): Promise<T | null>;
  readonly failure: ApiFailure | null;
  readonly telling: boolean;
}

/** Changes something on the server; what is on the screen is asked again afterwards. */
export function useTell<S extends z.ZodMiniType = typeof nothing>(schema?: S): Telling<z.output<S>> {
  const api = useServerApi();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [telling, setTelling] = useState(false);
  const tell = async (path: string, body: unknown = {}): Promise<z.output<S> | null> => {
    setTelling(true);
    setFailure(null);
    const result = await askServer(api, { method: 'POST', path, body }, (schema ?? nothing) as S);
    await queries.invalidateQueries();
    setTelling(false);
    if (result.ok) return result.value;
    setFailure(result.code);
    return null;
  };
  return { tell, failure, telling };
}
