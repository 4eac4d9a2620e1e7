/** Reviews in words: what they are, the fields they are about, and why a change was not accepted. */
import type { ReviewKind } from '@tidylab/sync/protocol/kinds';
import { m } from '../../paraglide/messages.js';

export const kindTitles: Readonly<Record<ReviewKind, () => string>> = {
  conflict: m.reviews_kind_conflict,
  'moved-twice': m.reviews_kind_moved,
  'edited-deleted': m.reviews_kind_deleted,
  rejected: m.reviews_kind_rejected,
  'below-zero': m.reviews_kind_below,
  'count-overruled': m.reviews_kind_count,
  parked: m.reviews_kind_parked,
};

const fields: Readonly<Record<string, () => string>> = {
  name: m.reviews_field_name,
  type: m.reviews_field_type,
  baseUnit: m.reviews_field_base_unit,
  stockUnit: m.reviews_field_stock_unit,
  useStep: m.reviews_field_use_step,
  category: m.reviews_field_category,
  synonyms: m.reviews_field_synonyms,
  cas: m.reviews_field_cas,
  supplier: m.reviews_field_supplier,
  catalogNumber: m.reviews_field_catalog_number,
  hazards: m.reviews_field_hazards,
  pictograms: m.reviews_field_pictograms,
  signalWord: m.reviews_field_signal_word,
  storage: m.reviews_field_storage,
  minimum: m.reviews_field_minimum,
  itemId: m.reviews_field_item,
  lotId: m.reviews_field_lot,
  lotNumber: m.reviews_field_lot_number,
  expiry: m.reviews_field_expiry,
  packSize: m.reviews_field_pack_size,
  label: m.reviews_field_label,
  code: m.reviews_field_code,
  locationId: m.reviews_field_place,
  parentId: m.reviews_field_place,
  state: m.reviews_field_state,
  temperature: m.reviews_field_temperature,
  deletedAt: m.reviews_field_deleted,
};

/** A field that a later version added goes by its own name. */
export const fieldWords = (field: string): string =>
  (Object.hasOwn(fields, field) ? fields[field]?.() : undefined) ?? field;

const ops: Readonly<Record<string, () => string>> = {
  'post-receive': m.reviews_op_receive,
  'post-consume': m.reviews_op_consume,
  'post-transfer': m.reviews_op_transfer,
  'post-adjust': m.reviews_op_adjust,
  'post-count': m.reviews_op_count,
  'void-posting': m.reviews_op_void,
  'create-record': m.reviews_op_create,
  'edit-record': m.reviews_op_edit,
  'delete-record': m.reviews_op_delete,
  'undelete-record': m.reviews_op_undelete,
  'resolve-review': m.reviews_op_resolve,
};

export const opWords = (type: string): string =>
  ((Object.hasOwn(ops, type) ? ops[type] : undefined) ?? m.reviews_op_other)();

const reasons: Readonly<Record<string, () => string>> = {
  'no-permission': m.reviews_why_no_permission,
  'record-exists': m.reviews_why_record_exists,
  'record-unknown': m.reviews_why_record_unknown,
  'record-invalid': m.reviews_why_record_invalid,
  'has-movements': m.reviews_why_has_movements,
  'unit-in-use': m.reviews_why_unit_in_use,
  'place-in-itself': m.reviews_why_place_in_itself,
  'place-not-allowed': m.reviews_why_place,
  'same-place': m.reviews_why_place,
  unsigned: m.reviews_why_unsigned,
  'storage-full': m.reviews_why_storage_full,
  'storage-lost': m.reviews_why_storage_lost,
};

/** Codes that only a bug can cause are shown, so that they can be reported. */
export const whyWords = (code: string): string => {
  if (code.startsWith('quantity-')) return m.reviews_why_quantity();
  return (Object.hasOwn(reasons, code) ? reasons[code]?.() : undefined) ?? m.reviews_why_other({ code });
};
