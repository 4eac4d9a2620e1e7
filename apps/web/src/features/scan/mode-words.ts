/** The modes in words, for the scan's own bar and for the screens that lead into one. */
import { m } from '../../paraglide/messages.js';
import type { ScanMode } from './core/modes.ts';

export const modeWords: Readonly<Record<ScanMode, () => string>> = {
  look: () => m.scan_mode_look(),
  receive: () => m.scan_mode_receive(),
  use: () => m.scan_mode_use(),
  move: () => m.scan_mode_move(),
  count: () => m.scan_mode_count(),
};
