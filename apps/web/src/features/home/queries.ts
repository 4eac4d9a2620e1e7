/** What needs a person, read from the replica. Days are the lab's calendar dates. */
import { stampMs } from '@tidylab/domain/kernel/stamp';
import type { Item } from '@tidylab/domain/records';
import { finalStatus } from '@tidylab/sync/replica/coverage';
import type { ProjectedBalance } from '@tidylab/sync/replica/project';
import { stockOfItem, stockOfLot, totalOf } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { addDays } from '../../ui/calendar.ts';

export const expiringWithinDays = 30;

export interface BelowZero {
  readonly key: string;
  readonly balance: ProjectedBalance;
}

/** Buckets that hold less than nothing, deepest first. */
export function belowZero(replica: Replica): BelowZero[] {
  const found: BelowZero[] = [];
  for (const [key, value] of replica.all('balance')) {
    const balance = value as ProjectedBalance;
    if (balance.qty < 0) found.push({ key, balance });
  }
  return found.sort((a, b) => a.balance.qty - b.balance.qty);
}

export interface ExpiringLot {
  readonly lotId: string;
  readonly itemId: string;
  readonly expiry: string;
  /** Base units in all. */
  readonly qty: number;
}

/** Lots in stock that have expired or will within `expiringWithinDays`, the earliest first. */
export function expiringLots(replica: Replica, today: string): ExpiringLot[] {
  const last = addDays(today, expiringWithinDays);
  const found: ExpiringLot[] = [];
  for (const [lotId, { deletedAt, fields }] of replica.records('lot')) {
    if (deletedAt !== null || fields.expiry === null || fields.expiry > last) continue;
    const qty = totalOf(stockOfLot(replica, lotId));
    if (qty > 0) found.push({ lotId, itemId: fields.itemId, expiry: fields.expiry, qty });
  }
  return found.sort((a, b) => (a.expiry < b.expiry ? -1 : a.expiry > b.expiry ? 1 : 0));
}

export interface LowItem {
  readonly itemId: string;
  readonly item: Item;
  /** Base units in all. */
  readonly qty: number;
  readonly minimum: number;
}

/** Items with less than their minimum, the emptiest first. */
export function lowItems(replica: Replica): LowItem[] {
  const found: LowItem[] = [];
  for (const [itemId, { deletedAt, fields }] of replica.records('item')) {
    if (deletedAt !== null || fields.minimum === null) continue;
    const qty = totalOf(stockOfItem(replica, itemId));
    if (qty < fields.minimum) found.push({ itemId, item: fields, qty, minimum: fields.minimum });
  }
  return found.sort((a, b) => a.qty / a.minimum - b.qty / b.minimum);
}

export interface OpenChange {
  readonly id: string;
  readonly type: string;
  /** When it was recorded, Unix ms. */
  readonly ms: number;
  readonly code: string;
}

/**
 * Own changes that were rejected, or wait until someone signs in; the newest first. A rejected one is over when its review
 * is: someone put it away.
 */
export function changesThatNeedSomeone(replica: Replica): OpenChange[] {
  const found: OpenChange[] = [];
  for (const { op, state, result } of replica.own) {
    if (state === 'withdrawn' || result === null) continue;
    const status = finalStatus(result);
    if (status !== 'rejected' && status !== 'parked') continue;
    const isTold = result.seq <= replica.position.seq;
    if (status === 'rejected' && isTold && !replica.all('review').has(`rejected:${op.id}`)) continue;
    found.push({ id: op.id, type: op.type, ms: stampMs(op.hlc), code: result.first?.code ?? result.code ?? status });
  }
  return found.sort((a, b) => b.ms - a.ms);
}
