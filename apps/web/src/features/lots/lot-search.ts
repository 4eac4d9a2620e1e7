/** What the address of the form for a new lot carries, and lots that have the same number already. */
import type { Replica } from '@tidylab/sync/replica/replica';

export interface NewLotSearch {
  readonly item?: string;
  /** From the label that was scanned. */
  readonly lot?: string;
  readonly expiry?: string;
}

export function newLotSearch(raw: Record<string, unknown>): NewLotSearch {
  const text = (name: string): Record<string, string> => {
    const value = raw[name];
    return typeof value === 'string' && value !== '' ? { [name]: value.slice(0, 80) } : {};
  };
  return { ...text('item'), ...text('lot'), ...text('expiry') };
}

const folded = (text: string): string => text.trim().toUpperCase();

/** The lot of this item that has this number, whatever its case; null: none. `except` is the one being edited. */
export function lotNamed(replica: Replica, itemId: string, lotNumber: string, except?: string): string | null {
  const wanted = folded(lotNumber);
  if (wanted === '') return null;
  for (const id of replica.keys('lotsByItem', itemId)) {
    const lot = replica.record('lot', id);
    if (id !== except && lot?.deletedAt === null && folded(lot.fields.lotNumber) === wanted) return id;
  }
  return null;
}
