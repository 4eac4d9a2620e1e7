/** Words for what a scan did, why it waits, and what the camera answers. */
import type { CameraFailure } from '../../platform/camera/open-camera.ts';
import type { FileFault } from '../../platform/camera/decode-file.ts';
import type { Replica } from '@tidylab/sync/replica/replica';
import { m } from '../../paraglide/messages.js';
import { failureText, type Formats, type UndoFailure } from '../movements/index.ts';
import type { LinkFailure } from './core/link-code.ts';
import type { CodePart } from './core/readable.ts';
import type { Option, Question } from './core/resolve.ts';
import type { ScanMode, SetAmount, Take, Warning } from './core/take.ts';
import type { WaitingCode } from './core/tray.ts';
import { itemName, placeName, shownOf, unitOfItem } from './naming.ts';

export const modeWords: Readonly<Record<ScanMode, () => string>> = {
  use: () => m.scan_mode_use(),
  look: () => m.scan_mode_look(),
};

export const cameraWords: Readonly<Record<CameraFailure, { title: () => string; text: () => string }>> = {
  refused: { title: () => m.scan_camera_refused(), text: () => m.scan_camera_refused_text() },
  missing: { title: () => m.scan_camera_missing(), text: () => m.scan_camera_missing_text() },
  busy: { title: () => m.scan_camera_busy(), text: () => m.scan_camera_busy_text() },
  insecure: { title: () => m.scan_camera_insecure(), text: () => m.scan_camera_insecure_text() },
  unsupported: { title: () => m.scan_camera_unsupported(), text: () => m.scan_camera_unsupported_text() },
  failed: { title: () => m.scan_camera_failed(), text: () => m.scan_camera_failed_text() },
};

const photoWords: Readonly<Partial<Record<FileFault, () => string>>> = {
  'nothing-found': () => m.scan_photo_nothing(),
  'not-a-picture': () => m.scan_photo_not_picture(),
  'too-large': () => m.scan_photo_too_large(),
};

export const photoText = (code: FileFault): string => (photoWords[code] ?? m.scan_reader_lost)();

const whyWords: Readonly<Partial<Record<WaitingCode['why'], () => string>>> = {
  unknown: () => m.scan_why_unknown(),
  'not-here': () => m.scan_why_not_here(),
  'no-lot': () => m.scan_why_no_lot(),
  'no-place': () => m.scan_why_no_place(),
  'other-lot': () => m.scan_why_other_lot(),
  unanswered: () => m.scan_why_unanswered(),
  'check-digit': () => m.scan_why_check_digit(),
  'too-ambiguous': () => m.scan_why_ambiguous(),
};

export const whyText = (why: WaitingCode['why']): string => whyWords[why]?.() ?? m.scan_why_unreadable({ code: why });

const partWords: Readonly<Record<CodePart['name'], () => string>> = {
  label: () => m.scan_part_label(),
  gtin: () => m.scan_part_gtin(),
  isbn: () => m.scan_part_isbn(),
  sscc: () => m.scan_part_sscc(),
  lot: () => m.scan_part_lot(),
  serial: () => m.scan_part_serial(),
  expiry: () => m.scan_part_expiry(),
  'best-before': () => m.scan_part_best_before(),
  made: () => m.scan_part_made(),
  count: () => m.scan_part_count(),
  catalogue: () => m.scan_part_catalogue(),
  labeller: () => m.scan_part_labeller(),
  text: () => '',
};

/** "GTIN 09520123456788, lot A1, expires 2027-03-31": dates as on the label, to be compared with it. */
export const partsText = (parts: readonly CodePart[]): string =>
  parts.map(({ name, value }) => `${partWords[name]()} ${value}`.trim()).join(', ');

/** Every failure of a posting has words of its own feature. */
export const writeFailureText = (code: string): string => failureText(code as UndoFailure);

export const linkFailureText = (code: LinkFailure): string =>
  code === 'no-key' ? m.scan_link_no_key() : failureText(code);

export function warningText(replica: Replica, warning: Warning, take: Take, format: Formats): string {
  if (warning.code === 'expired') return m.scan_warn_expired({ day: format.day(warning.day) });
  if (warning.code === 'elsewhere') return m.scan_warn_elsewhere({ place: placeName(replica, take.from) });
  return m.scan_warn_below_zero({ left: format.amount(warning.left, unitOfItem(replica, take.itemId)) });
}

const nameOf = (replica: Replica, option: Option | undefined): string => {
  if (option?.kind === 'usual') return itemName(replica, option.take.itemId);
  if (option?.kind === 'lot' || option?.kind === 'place')
    return shownOf(replica, { kind: 'lot', id: option.lotId, packQty: null }).title;
  return m.scan_missing();
};

export function questionText(
  replica: Replica,
  { about, options, unknownLot }: Question,
  amount: SetAmount | null,
  format: Formats,
): string {
  const item = nameOf(replica, options[0]);
  if (about === 'target') return m.scan_ask_target();
  if (about === 'place') return m.scan_ask_place({ item });
  if (about === 'amount')
    return m.scan_ask_amount({ item, amount: amount ? format.amount(amount.base, amount.unit) : '' });
  return unknownLot === null ? m.scan_ask_lot({ item }) : m.scan_ask_lot_unknown({ item, lot: unknownLot });
}
