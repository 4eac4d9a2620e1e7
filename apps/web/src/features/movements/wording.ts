/** Words for what the ledger and the store answer with codes. */
import type { PostingKind, VirtualPlace } from '@tidylab/domain/ledger/model';
import { m } from '../../paraglide/messages.js';
import type { UndoFailure } from './commands.ts';
import type { PlaceName } from './place.ts';

export const kindWords: Readonly<Record<PostingKind, () => string>> = {
  receive: () => m.items_kind_receive(),
  consume: () => m.items_kind_consume(),
  transfer: () => m.items_kind_transfer(),
  adjust: () => m.items_kind_adjust(),
  count: () => m.items_kind_count(),
};

const virtualWords: Readonly<Record<VirtualPlace, () => string>> = {
  'v:supplier': () => m.items_place_supplier(),
  'v:consumed': () => m.items_place_consumed(),
  'v:waste': () => m.items_place_waste(),
  'v:opening': () => m.items_place_opening(),
  'v:adjustment': () => m.items_place_adjustment(),
};

export const pathSeparator = ' › ';

/** A place in one line; for a container its label comes first. */
export function placeWords(name: PlaceName): string {
  if (name.kind === 'virtual') return virtualWords[name.place]();
  const path = name.path.map((step) => step.name).join(pathSeparator);
  if (name.kind === 'location') return path === '' ? m.items_place_missing() : path;
  const label = name.label ?? m.items_container_missing();
  return path === '' ? label : m.items_place_container({ label, path });
}

/** A place by its own name, without what it stands in. */
export function placeShort(name: PlaceName): string {
  if (name.kind === 'virtual') return virtualWords[name.place]();
  const nearest = name.path.at(-1)?.name;
  if (name.kind === 'location') return nearest ?? m.items_place_missing();
  const label = name.label ?? m.items_container_missing();
  return nearest === undefined ? label : m.items_place_container({ label, path: nearest });
}

const failureWords: Readonly<Partial<Record<UndoFailure, () => string>>> = {
  'quantity-not-a-number': () => m.items_quantity_not_a_number(),
  'quantity-not-positive': () => m.items_quantity_not_positive(),
  'quantity-not-whole': () => m.items_quantity_not_whole(),
  'quantity-out-of-range': () => m.items_quantity_out_of_range(),
  'storage-full': () => m.items_failure_storage_full(),
  'storage-lost': () => m.items_failure_storage_lost(),
  'no-permission': () => m.items_failure_no_permission(),
  'posting-unknown': () => m.items_failure_posting_unknown(),
  'already-undone': () => m.items_failure_already_undone(),
};

/** Why nothing was recorded. Codes that only a bug can cause are shown as they are, so that they can be reported. */
export const failureText = (code: UndoFailure): string => failureWords[code]?.() ?? m.items_failure_other({ code });
