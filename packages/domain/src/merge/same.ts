import { canonical, type Json } from '../kernel/json.ts';

/** The same value, whoever wrote it; an absent one is null. */
export const isSame = (a: unknown, b: unknown): boolean =>
  canonical((a ?? null) as Json) === canonical((b ?? null) as Json);
