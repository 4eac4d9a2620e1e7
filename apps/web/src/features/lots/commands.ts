/**
 * Writing records and corrections of stock. Each resolves only when its op is durable on this device; a refusal wrote
 * nothing.
 */
import { ownCodeFromBytes } from '@tidylab/domain/barcodes/own-label';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import type { Result } from '@tidylab/domain/kernel/result';
import { bucketKey, type Place } from '@tidylab/domain/ledger/model';
import type { CreateRecordBody, Fields, RecordKind } from '@tidylab/domain/records';
import type { Op } from '@tidylab/sync/protocol/op';
import type { Intent, LabClient } from '../../store/lab-client.ts';
import type { WriteFailure } from '../movements/index.ts';

export const newId = (client: LabClient): string => uuidv7(Math.floor(client.now()), client.random(10));

/** The code of a new label: 60 random bits. */
export const newOwnCode = (client: LabClient): string => ownCodeFromBytes(client.random(8));

export function creation<K extends RecordKind>(kind: K, id: string, fields: Fields<K>): Intent {
  const body: CreateRecordBody = { kind, id, fields };
  return { type: 'create-record', body };
}

/** The record that makes a scan of `key` mean this thing. */
export const barcodeFor = (
  id: string,
  key: string,
  target: { kind: 'item' | 'container' | 'location'; id: string },
): Intent => creation('barcode', id, { key, targetKind: target.kind, targetId: target.id, packQty: null });

export interface Progress {
  /** How many of the intents are durable, counted from the first. */
  readonly done: number;
  readonly failure: WriteFailure | null;
  /** The last op that was recorded in this call. */
  readonly last: Op | null;
}

/** Records one after the other and stops at the first that is refused; call again with `from` to go on. */
export async function recordAll(client: LabClient, intents: readonly Intent[], from = 0): Promise<Progress> {
  let last: Op | null = null;
  for (let at = from; at < intents.length; at++) {
    const intent = intents[at];
    if (!intent) break;
    const result = await client.record(intent);
    if (!result.ok) return { done: at, failure: result.code, last };
    last = result.value;
  }
  return { done: intents.length, failure: null, last };
}

export interface Correction {
  readonly lotId: string;
  readonly place: Place;
  /** Base units, signed: what the amount changes by. */
  readonly change: number;
  readonly reason: string;
  readonly note: string;
}

/** Sets the book right by a known difference. */
export function recordCorrection(client: LabClient, correction: Correction): Promise<Result<Op, WriteFailure>> {
  const { lotId, place, change, reason, note } = correction;
  const [from, to] = change < 0 ? [place, 'v:adjustment'] : ['v:adjustment', place];
  const entries = [{ what: lotId, from, to, qty: Math.abs(change) }];
  const body = { entries, reason, via: 'list', ...(note === '' ? {} : { note }) };
  return client.record({ type: 'post-adjust', body });
}

/** States what is there, with what this screen said and how far the device had read the feed (SPEC L7). */
export function recordCount(
  client: LabClient,
  lotId: string,
  place: Place,
  qty: number,
): Promise<Result<Op, WriteFailure>> {
  const { replica } = client;
  const expectedSeen = replica.balance(bucketKey(lotId, place))?.qty ?? null;
  const entries = [{ what: lotId, place, qty, expectedSeen, headSeen: replica.position.seq }];
  return client.record({ type: 'post-count', body: { entries, via: 'list' } });
}
