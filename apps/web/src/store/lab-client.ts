/**
 * What features see of a lab on this device: the replica to read, and one way to write. `record` resolves only after
 * the op's strict transaction completed: that, and nothing earlier, is "saved on this device".
 */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import type { Result } from '@tidylab/domain/kernel/result';
import type { Role } from '@tidylab/domain/permissions/permissions';
import type { Op } from '@tidylab/sync/protocol/op';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { LabFacts } from './device-store.ts';
import type { StoreProblem } from './ports.ts';

/** Why the device itself could not keep an op. Nothing was written; the same thing may be tried again. */
export type StoreFailure = StoreProblem;

export interface Intent {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface LabClient {
  readonly lab: LabFacts;
  readonly me: { readonly id: string; readonly name: string; readonly login: string; readonly role: Role };
  readonly replica: Replica;
  record(intent: Intent): Promise<Result<Op, RefusalCode | StoreProblem>>;
  /** Unix ms, corrected by the server's clock. */
  now(): number;
  random(bytes: number): Uint8Array;
}
