/** What stands at a location itself: its containers, the empty ones too, and the lots that stand there loose. */
import { bucketKey, containerPlace, locationPlace, type Posting } from '@tidylab/domain/ledger/model';
import { postingsOfPlace, stockAt } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { foldText } from '../../ui/data-grid/search-text.ts';
import { type LotName, nameOfLot } from '../movements/index.ts';

export interface Content {
  /** The bucket. */
  readonly key: string;
  readonly container: { readonly id: string; readonly label: string } | null;
  readonly lot: LotName;
  readonly expiry: string | null;
  readonly qty: number;
  readonly own: boolean;
  readonly sortName: string;
}

export function contentsOf(replica: Replica, locationId: string): readonly Content[] {
  const contents = new Map<string, Content>();
  const add = (lotId: string, place: string, container: Content['container'], qty: number): void => {
    const key = bucketKey(lotId, place);
    const lot = nameOfLot(replica, lotId);
    const expiry = replica.record('lot', lotId)?.fields.expiry ?? null;
    const sortName = foldText(`${lot.item ?? '\uffff'}\n${lot.lotNumber ?? ''}\n${container?.label ?? ''}`);
    contents.set(key, { key, container, lot, expiry, qty, own: replica.isOwn('balance', key), sortName });
  };
  for (const id of replica.keys('containersByLocation', locationId)) {
    const record = replica.record('container', id);
    if (record && record.deletedAt === null)
      add(record.fields.lotId, containerPlace(id), { id, label: record.fields.label }, 0);
  }
  for (const { balance, containerId } of stockAt(replica, locationId)) {
    const label = containerId === null ? '' : (replica.record('container', containerId)?.fields.label ?? '');
    add(balance.what, balance.place, containerId === null ? null : { id: containerId, label }, balance.qty);
  }
  return [...contents.values()].sort(byName);
}

export const byName = (a: Content, b: Content): number =>
  a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0;

/** Movements of what is loose here and of the containers that stand here now, newest first. */
export function movementsAt(replica: Replica, locationId: string): readonly Posting[] {
  const found = new Map<string, Posting>();
  const places = [
    locationPlace(locationId),
    ...[...replica.keys('containersByLocation', locationId)].map(containerPlace),
  ];
  for (const place of places) for (const posting of postingsOfPlace(replica, place)) found.set(posting.id, posting);
  return [...found.values()].sort((a, b) => (a.eff > b.eff ? -1 : a.eff < b.eff ? 1 : 0));
}
