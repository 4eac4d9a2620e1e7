/**
 * What other screens write to the ledger through this feature. Both resolve only when the op is durable on this
 * device; a refusal wrote nothing.
 */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { refuse, type Result } from '@tidylab/domain/kernel/result';
import { voidFact } from '@tidylab/domain/ledger/decide';
import type { Place, VoidBody } from '@tidylab/domain/ledger/model';
import type { Op } from '@tidylab/sync/protocol/op';
import type { LabClient, StoreFailure } from '../../store/lab-client.ts';

export interface Use {
  readonly lotId: string;
  /** The bucket it is taken from: `c:<container>` or `l:<location>`. */
  readonly from: Place;
  /** Base units of the item, a positive integer. */
  readonly qty: number;
  readonly via: 'scan' | 'typed' | 'list';
}

export type WriteFailure = RefusalCode | StoreFailure;

/** `posting-unknown`: this device does not hold the posting. `already-undone`: somebody undid it before. */
export type UndoFailure = WriteFailure | 'posting-unknown' | 'already-undone';

/** Records that some of a lot was used up. */
export function recordUse(client: LabClient, use: Use): Promise<Result<Op, WriteFailure>> {
  const entries = [{ what: use.lotId, from: use.from, to: 'v:consumed', qty: use.qty }];
  return client.record({ type: 'post-consume', body: { entries, via: use.via } });
}

/** Voids a posting that this device holds, its own unsent ones included. The posting stays in the ledger, marked. */
export async function undoPosting(client: LabClient, postingId: string): Promise<Result<Op, UndoFailure>> {
  const posting = client.replica.posting(postingId);
  if (!posting) return refuse('posting-unknown', postingId);
  if (posting.voidedBy !== null) return refuse('already-undone', posting.voidedBy);
  const { id, kind, eff, entries } = posting;
  const body: VoidBody = { fact: voidFact(id), target: { op: id, kind, eff, entries: [...entries] } };
  return client.record({ type: 'void-posting', body });
}
