/** What a place of the ledger is called. A place whose record is not here still has a name that says so. */
import { isVirtual, type Place, type VirtualPlace } from '@tidylab/domain/ledger/model';
import { pathOf } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';

export type PlaceName =
  | { readonly kind: 'virtual'; readonly place: VirtualPlace }
  | {
      readonly kind: 'container';
      readonly id: string;
      readonly label: string | null;
      readonly path: readonly PathStep[];
    }
  | { readonly kind: 'location'; readonly id: string; readonly path: readonly PathStep[] };

export interface PathStep {
  readonly id: string;
  readonly name: string;
}

/** From the root to the location itself; empty when it is not known. */
export const pathSteps = (replica: Replica, locationId: string | null): readonly PathStep[] =>
  pathOf(replica, locationId).map(({ id, location }) => ({ id, name: location.name }));

export function nameOfPlace(replica: Replica, place: Place): PlaceName {
  if (isVirtual(place)) return { kind: 'virtual', place: place as VirtualPlace };
  const id = place.slice(2);
  if (place.startsWith('l:')) return { kind: 'location', id, path: pathSteps(replica, id) };
  const container = replica.record('container', id)?.fields;
  return {
    kind: 'container',
    id,
    label: container?.label ?? null,
    path: pathSteps(replica, container?.locationId ?? null),
  };
}
