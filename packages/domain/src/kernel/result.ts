/** Expected outcomes are values; a bug is an assertion (see assert.ts). `code` comes from a closed list. */
export type Result<T, C extends string = string> = { ok: true; value: T } | { ok: false; code: C; detail?: string };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = <C extends string>(code: C, detail?: string): { ok: false; code: C; detail?: string } =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };
