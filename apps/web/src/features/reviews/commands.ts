/** Resolving a review. Resolves only when the op is durable on this device; works offline, and once. */
import { refuse, type Result } from '@tidylab/domain/kernel/result';
import { may } from '@tidylab/domain/permissions/permissions';
import type { Op } from '@tidylab/sync/protocol/op';
import { undoIntent } from '@tidylab/sync/replica/editing';
import { resolveBody, type Resolution } from '@tidylab/sync/replica/resolving';
import type { LabClient } from '../../store/lab-client.ts';
import type { RecordFailure } from '../records/index.ts';
import type { OpenReview } from './queries.ts';

export async function resolveReview(
  client: LabClient,
  { id, value }: OpenReview,
  resolution: Resolution,
): Promise<Result<Op, RecordFailure>> {
  const body = resolveBody(client.replica, id, value, resolution);
  return body.ok ? client.record({ type: 'resolve-review', body: body.value }) : body;
}

/** True when what a decision set can be taken back: a review that only was closed stays closed. */
export const isUndoable = ({ replica }: LabClient, op: Op): boolean => typeof undoIntent(replica, op) === 'object';

/** Takes back what a decision set, as a change of its own. */
export async function undoDecision(client: LabClient, op: Op): Promise<Result<Op, RecordFailure>> {
  const inverse = undoIntent(client.replica, op);
  return typeof inverse === 'object' ? client.record(inverse) : refuse('nothing-to-change');
}

/** Whether this person may resolve it: one's own, or with the right to resolve others'; and may change the record. */
export function mayResolve({ me }: LabClient, { value }: OpenReview): boolean {
  const isOwn = value.user === me.id;
  if (!may(me.role, isOwn ? 'resolve-own-review' : 'resolve-review')) return false;
  return value.clash === undefined || may(me.role, `edit-${value.clash.record.kind}`);
}
