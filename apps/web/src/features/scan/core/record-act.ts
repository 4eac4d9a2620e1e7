/**
 * How an act is written: the ops of each, in order, and how one is taken back. All resolve only when the ops are
 * durable on this device; a refusal wrote nothing of the op it names.
 */
import { ownCodeFromBytes } from '@tidylab/domain/barcodes/own-label';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import { refuse, type Result } from '@tidylab/domain/kernel/result';
import { bucketKey, containerPlace, locationPlace } from '@tidylab/domain/ledger/model';
import type { Container, Fields } from '@tidylab/domain/records';
import type { Op } from '@tidylab/sync/protocol/op';
import type { LabClient } from '../../../store/lab-client.ts';
import { recordUse, undoPosting } from '../../movements/index.ts';
import { editRecord } from '../../records/index.ts';
import type { Act, Count, Moved, Receive, Take } from './act.ts';
import { nextLabels } from './next-label.ts';
import { standsIn } from './resolve-move.ts';
import type { Step } from './session.ts';

type Written = Promise<Result<Op, string>>;
export type Via = 'scan' | 'typed';

const newId = (client: LabClient): string => uuidv7(Math.floor(client.now()), client.random(10));

const create = <K extends 'lot' | 'container' | 'barcode'>(
  client: LabClient,
  kind: K,
  id: string,
  fields: Fields<K>,
): Written => client.record({ type: 'create-record', body: { kind, id, fields } });

export const writeTake = (client: LabClient, { lotId, from, qty }: Take, via: Via): Written =>
  recordUse(client, { lotId, from, qty, via });

/** A vessel with our own label on it: the record, then what its code means. */
async function makeVessel(client: LabClient, act: Receive, label: string): Promise<Result<string, string>> {
  const id = newId(client);
  const code = ownCodeFromBytes(client.random(8));
  const fields: Container = {
    lotId: act.lotId,
    label,
    code,
    locationId: act.placeId,
    state: 'sealed',
    useStep: null,
  };
  const made = await create(client, 'container', id, fields);
  if (!made.ok) return made;
  const key = `own:${code}`;
  const named = await create(client, 'barcode', newId(client), {
    key,
    targetKind: 'container',
    targetId: id,
    packQty: null,
  });
  return named.ok ? { ok: true, value: id } : named;
}

/** The lot if it is new, the vessels with their labels, then one posting of all that came. */
export async function writeReceive(client: LabClient, act: Receive, via: Via): Written {
  const { lotId, placeId, qty, newLot, vessels, containerId } = act;
  if (newLot && !client.replica.record('lot', lotId)) {
    const made = await create(client, 'lot', lotId, newLot);
    if (!made.ok) return made;
  }
  const to: string[] = [];
  for (const label of nextLabels(client.replica, act.itemId, vessels)) {
    const made = await makeVessel(client, act, label);
    if (!made.ok) return made;
    to.push(containerPlace(made.value));
  }
  if (to.length === 0) to.push(containerId === null ? locationPlace(placeId) : containerPlace(containerId));
  const entries = to.map((at) => ({ what: lotId, from: 'v:supplier', to: at, qty: qty / to.length }));
  return client.record({ type: 'post-receive', body: { entries, via } });
}

export function writeMove(client: LabClient, { thing }: Moved, toId: string, via: Via): Written {
  if (thing.kind === 'container') return editRecord(client, 'container', thing.id, { locationId: toId });
  if (thing.kind === 'box') return editRecord(client, 'location', thing.id, { parentId: toId });
  const { lotId, placeId, qty } = thing;
  const entries = [{ what: lotId, from: locationPlace(placeId), to: locationPlace(toId), qty }];
  return client.record({ type: 'post-transfer', body: { entries, via } });
}

/** What the counter's screen says of a bucket; null: it cannot tell. */
export function expectedOf(client: LabClient, { lotId, place }: Count): number | null {
  const balance = client.replica.balance(bucketKey(lotId, place));
  return balance?.approximate ? null : (balance?.qty ?? 0);
}

/** States what the screen expected and how far this device had read (SPEC L7). */
export function writeCount(client: LabClient, act: Count, expectedSeen: number | null, via: Via): Written {
  const { lotId, place, qty } = act;
  const headSeen = client.replica.position.seq;
  const entries = [{ what: lotId, place, qty, expectedSeen, headSeen }];
  return client.record({ type: 'post-count', body: { entries, via } });
}

/** Brings a vessel or box back where it stood, unless somebody moved it on since: then the place is theirs. */
async function bringBack(client: LabClient, { thing, backTo }: Moved, toId: string): Written {
  if (standsIn(client.replica, thing) !== toId) return refuse('moved-since');
  if (thing.kind === 'container') return editRecord(client, 'container', thing.id, { locationId: backTo });
  if (thing.kind === 'box') return editRecord(client, 'location', thing.id, { parentId: backTo });
  return refuse('posting-unknown');
}

/** Takes one step of an act back: a posting is voided, a place is set to what it was. */
export function takeBack(client: LabClient, act: Act, step: Step): Written {
  const moved = act.kind === 'move' ? act.things[step.part] : undefined;
  if (act.kind !== 'move' || !moved || moved.thing.kind === 'loose') return undoPosting(client, step.postingId);
  return bringBack(client, moved, act.toId);
}
