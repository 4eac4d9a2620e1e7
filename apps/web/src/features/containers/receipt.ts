/**
 * What a receipt records, in order: for vessels a barcode and a container each, then one posting with an entry for each
 * of them. The posting comes last, so that no amount is said to be in a vessel that does not exist; what was interrupted
 * goes on where it stopped, with the same ids.
 */
import { assert } from '@tidylab/domain/kernel/assert';
import { containerPlace, locationPlace } from '@tidylab/domain/ledger/model';
import type { Intent } from '../../store/lab-client.ts';
import { barcodeFor, creation } from '../lots/index.ts';

/** One posting holds them all, and nobody labels more at a time. */
export const vesselsMax = 100;

/** Made once for a vessel, before the first attempt to record it. */
export interface VesselIds {
  readonly container: string;
  readonly barcode: string;
  /** The code of its label. */
  readonly code: string;
}

export interface VesselReceipt {
  readonly lotId: string;
  readonly locationId: string | null;
  readonly labels: readonly string[];
  /** Base units in each. */
  readonly qty: number;
}

export function vesselIntents(receipt: VesselReceipt, ids: readonly VesselIds[]): readonly Intent[] {
  const { lotId, locationId, labels, qty } = receipt;
  assert(ids.length === labels.length, `${labels.length} vessels need as many ids, got ${ids.length}`);
  const records = labels.flatMap((label, at) => {
    const own = ids[at];
    if (!own) return [];
    const { container: id, barcode, code } = own;
    const fields = { lotId, label, code, locationId, state: 'sealed', useStep: null } as const;
    return [barcodeFor(barcode, `own:${code}`, { kind: 'container', id }), creation('container', id, fields)];
  });
  const entries = ids.map(({ container }) => ({ what: lotId, from: 'v:supplier', to: containerPlace(container), qty }));
  return [...records, { type: 'post-receive', body: { entries, via: 'list' } }];
}

/** Loose stock: one entry to the location. */
export function looseIntents(lotId: string, locationId: string, qty: number): readonly Intent[] {
  const entries = [{ what: lotId, from: 'v:supplier', to: locationPlace(locationId), qty }];
  return [{ type: 'post-receive', body: { entries, via: 'list' } }];
}

/** A whole number of vessels from 1 to `vesselsMax`; null: not one. */
export function readVesselCount(text: string): number | null {
  const count = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= vesselsMax ? count : null;
}
