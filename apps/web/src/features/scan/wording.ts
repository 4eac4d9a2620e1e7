/** Words for what a scan did, why it waits, and what the camera answers. */
import type { CameraFailure } from '../../platform/camera/open-camera.ts';
import type { FileFault } from '../../platform/camera/decode-file.ts';
import type { Replica } from '@tidylab/sync/replica/replica';
import { m } from '../../paraglide/messages.js';
import { failureText, type Formats, type UndoFailure } from '../movements/index.ts';
import type { LinkFailure } from './core/link-code.ts';
import type { CodePart } from './core/readable.ts';
import type { Act, SetAmount, Warning } from './core/act.ts';
import type { Option, Question, RefusedWhy } from './core/decision.ts';
import type { ScanMode } from './core/modes.ts';
import type { WaitingCode } from './core/tray.ts';
import { containerPlace } from '@tidylab/domain/ledger/model';
import { itemName, locationName, placeName, shortPlace, shownOf, unitOfItem } from './naming.ts';

export const hintWords: Readonly<Record<ScanMode, () => string>> = {
  look: () => m.scan_hint_look(),
  receive: () => m.scan_hint_receive(),
  use: () => m.scan_hint_use(),
  move: () => m.scan_hint_move(),
  count: () => m.scan_hint_count(),
};

/** Where the person is, in the words of the mode. Move has a target instead. */
export const placeSetWords: Readonly<Record<Exclude<ScanMode, 'move'>, (place: string) => string>> = {
  look: (place) => m.scan_place_here({ place }),
  receive: (place) => m.scan_place_receive({ place }),
  use: (place) => m.scan_place_set({ place }),
  count: (place) => m.scan_place_count({ place }),
};

/** What to scan first; null: nothing. */
export const placeFirstWords: Readonly<Record<ScanMode, () => string | null>> = {
  look: () => null,
  receive: () => m.scan_place_first_receive(),
  use: () => m.scan_place_none(),
  move: () => null,
  count: () => m.scan_place_first_count(),
};

export const refusedText = (replica: Replica, why: RefusedWhy, placeId: string): string =>
  why === 'cycle' ? m.scan_refused_cycle() : m.scan_refused_there({ place: locationName(replica, placeId) });

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

const ownFailures: Readonly<Record<string, () => string>> = {
  'moved-since': () => m.scan_failure_moved_since(),
  'place-in-itself': () => m.scan_failure_cycle(),
  'record-unknown': () => m.scan_failure_gone(),
};

/** Every failure of a posting has words of its own feature. */
export const writeFailureText = (code: string): string => ownFailures[code]?.() ?? failureText(code as UndoFailure);

export const linkFailureText = (code: LinkFailure): string =>
  code === 'no-key' ? m.scan_link_no_key() : failureText(code);

const expiredWords: Readonly<Record<Exclude<Act['kind'], 'count'>, (day: string) => string>> = {
  use: (day) => m.scan_warn_expired({ day }),
  receive: (day) => m.scan_warn_expired_receive({ day }),
  move: (day) => m.scan_warn_expired_move({ day }),
};

export function warningText(replica: Replica, warning: Warning, act: Act, format: Formats): string {
  if (warning.code === 'expired') return expiredWords[act.kind === 'count' ? 'use' : act.kind](format.day(warning.day));
  if (act.kind === 'count') return m.scan_warn_not_here({ place: placeName(replica, act.place) });
  if (warning.code === 'elsewhere')
    return m.scan_warn_elsewhere({ place: act.kind === 'use' ? placeName(replica, act.from) : '' });
  const unit = act.kind === 'move' ? null : unitOfItem(replica, act.itemId);
  return m.scan_warn_below_zero({ left: format.amount(warning.left, unit) });
}

function nameOf(replica: Replica, { options, typed }: Question): string {
  const [option] = options;
  const itemOfLot = (lotId: string): string => shownOf(replica, { kind: 'lot', id: lotId, packQty: null }).title;
  if (typed?.kind === 'new-lot') return itemName(replica, typed.itemId);
  if (typed?.kind === 'fill') return itemOfLot(typed.lotId);
  if (option?.kind === 'usual') return option.act.kind === 'move' ? '' : itemName(replica, option.act.itemId);
  return option && 'lotId' in option ? itemOfLot(option.lotId) : m.scan_missing();
}

const wherePlaceWords: Readonly<Record<ScanMode, (item: string) => string>> = {
  look: (item) => m.scan_ask_place({ item }),
  receive: (item) => m.scan_ask_place({ item }),
  use: (item) => m.scan_ask_place({ item }),
  move: (item) => m.scan_ask_place_move({ item }),
  count: (item) => m.scan_ask_place_count({ item }),
};

/** How much a labelled vessel holds now. */
function heldWords(replica: Replica, option: Option | undefined, format: Formats): string {
  if (option?.kind !== 'vessel') return '';
  return format.amount(option.held, unitOfItem(replica, replica.record('lot', option.lotId)?.fields.itemId ?? ''));
}

function lotQuestion(item: string, { unknownLot }: Question, mode: ScanMode): string {
  if (mode === 'receive') return m.scan_ask_lot_receive({ item });
  return unknownLot === null ? m.scan_ask_lot({ item }) : m.scan_ask_lot_unknown({ item, lot: unknownLot });
}

export function questionText(
  replica: Replica,
  question: Question,
  { mode, amount }: { readonly mode: ScanMode; readonly amount: SetAmount | null },
  format: Formats,
): string {
  const item = nameOf(replica, question);
  const { typed, options } = question;
  switch (question.about) {
    case 'target':
      return m.scan_ask_target();
    case 'here':
      return mode === 'count' ? m.scan_ask_here_count() : m.scan_ask_here_receive();
    case 'place':
      return wherePlaceWords[mode](item);
    case 'amount':
      return m.scan_ask_amount({ item, amount: amount ? format.amount(amount.base, amount.unit) : '' });
    case 'fill':
      return m.scan_ask_fill({
        item,
        container: typed?.kind === 'fill' ? shortPlace(replica, containerPlace(typed.containerId)) : '',
      });
    case 'vessel':
      return m.scan_ask_vessel({ item, amount: heldWords(replica, options[0], format) });
    case 'lot':
      return lotQuestion(item, question, mode);
  }
}
