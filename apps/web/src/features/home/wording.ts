/** Changes and refusals in words. */
import { m } from '../../paraglide/messages.js';

const whats: Readonly<Record<string, () => string>> = {
  'post-receive': m.app_what_receive,
  'post-consume': m.app_what_consume,
  'post-transfer': m.app_what_transfer,
  'post-adjust': m.app_what_adjust,
  'post-count': m.app_what_count,
  'void-posting': m.app_what_void,
  'create-record': m.app_what_create,
};

/** What a change is, by its type. */
export const changeWords = (type: string): string => (whats[type] ?? m.app_what_other)();

const refusals: Readonly<Record<string, () => string>> = {
  'no-permission': m.app_refused_no_permission,
  'no-grant': m.app_refused_no_grant,
  parked: m.app_refused_no_grant,
  'record-exists': m.app_refused_record_exists,
  'place-not-allowed': m.app_refused_place,
  'same-place': m.app_refused_place,
  unsigned: m.app_refused_unsigned,
};

/** Why a change was not accepted, and what to do. Codes that only a bug can cause are shown, so that they can be reported. */
export const refusalWords = (code: string): string =>
  code.startsWith('quantity-') ? m.app_refused_quantity() : (refusals[code]?.() ?? m.app_refused_other({ code }));
