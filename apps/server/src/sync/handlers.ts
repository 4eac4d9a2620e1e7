/** How sync meets the features: a handler for each type of op. Handlers run inside the push's transaction. */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import type { Result } from '@tidylab/domain/kernel/result';
import type { Part } from '@tidylab/sync/protocol/messages';
import type { Op } from '@tidylab/sync/protocol/op';

export interface Effects {
  /** Everything the op changed, whole: each record, each balance, each fact, each review. */
  readonly parts: readonly Part[];
  /** Facts that the op makes true, once. */
  readonly facts: readonly string[];
  /** True when something of the op was not made current: its result says `merged`. */
  readonly merged?: boolean;
}

export interface OpHandler {
  /** What the person must be allowed to do, all of it, as `may` asks for it; by default the op's type. */
  act?(body: Readonly<Record<string, unknown>>, op: Op): string | readonly string[];
  /** The op is signed, granted and permitted. A refusal leaves no trace of what was written before it. */
  apply(op: Op, at: { readonly eff: string }): Result<Effects, RefusalCode>;
}

/** By `<type>@<v>`. A type or version that is not here is parked until a server that knows it decides it. */
export type OpHandlers = ReadonlyMap<string, OpHandler>;

export const handlerKey = (type: string, v: number): string => `${type}@${v}`;
