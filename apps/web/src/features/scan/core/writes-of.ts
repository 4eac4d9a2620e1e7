/** The ops of an act, each with what the session is told when it is written. */
import type { Result } from '@tidylab/domain/kernel/result';
import type { Op } from '@tidylab/sync/protocol/op';
import type { LabClient } from '../../../store/lab-client.ts';
import type { Act } from './act.ts';
import { expectedOf, type Via, writeCount, writeMove, writeReceive, writeTake } from './record-act.ts';
import type { SessionEvent } from './session.ts';

export interface Write {
  readonly write: () => Promise<Result<Op, string>>;
  readonly done: (op: Op) => SessionEvent;
}

/** One write for each thing of a move, one for any other act. `id`: the entry of the session. */
export function writesOf(client: LabClient, id: number, act: Act, via: Via): readonly Write[] {
  const done = (qty: number, part = 0, expected: number | null = null): Write['done'] => {
    return (op) => ({ type: 'recorded', id, postingId: op.id, act, qty, part, expected });
  };
  switch (act.kind) {
    case 'use':
      return [{ write: () => writeTake(client, act, via), done: done(act.qty) }];
    case 'receive':
      return [{ write: () => writeReceive(client, act, via), done: done(act.qty) }];
    case 'move':
      return act.things.map((moved, part) => ({
        write: () => writeMove(client, moved, act.toId, via),
        done: done(moved.thing.kind === 'loose' ? moved.thing.qty : 0, part),
      }));
    case 'count': {
      const expected = expectedOf(client, act);
      return [{ write: () => writeCount(client, act, expected, via), done: done(act.qty, 0, expected) }];
    }
  }
}
