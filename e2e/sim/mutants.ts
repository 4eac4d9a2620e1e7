/**
 * Planted bugs: the simulation must find each, or it proves nothing. They are wrapped around the real parts from
 * outside, in a run that asks for one; the product knows nothing of them.
 */
import type { Engine } from '../../apps/web/src/sync/engine.ts';
import type { EnginePorts } from '../../apps/web/src/sync/ports.ts';
import type { ChangeLog } from '../../apps/server/src/sync/change-log.ts';
import type { DecideDeps } from '../../apps/server/src/sync/decide-op.ts';
import { baseMutants } from './mutants/base.ts';
import { clientMutants } from './mutants/client.ts';
import { serverMutants } from './mutants/server.ts';
import type { Device } from './world/device.ts';

export interface ServerMutation {
  log?(log: ChangeLog, decide: DecideDeps): ChangeLog;
}

export interface ClientMutation {
  ports?(ports: EnginePorts, device: Device): EnginePorts;
  engine?(engine: Engine, device: Device): void;
}

export interface Mutant {
  readonly name: string;
  readonly server?: ServerMutation;
  readonly client?: ClientMutation;
}

export const mutants: readonly Mutant[] = [...serverMutants, ...clientMutants, ...baseMutants];
