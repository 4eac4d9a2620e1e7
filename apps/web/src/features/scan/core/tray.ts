/** The tray: codes that meant nothing yet, or whose question was not answered. Kept until somebody links or ignores them. */
import type { ScannedCode } from './read-code.ts';
import type { UnknownWhy } from './decision.ts';
import { isMode, type ScanMode } from './modes.ts';

/** More than this nobody works through; the oldest are dropped. */
export const trayMax = 200;

export interface WaitingCode extends ScannedCode {
  /** The mode it was scanned in: what happens to it once it is known. */
  readonly mode: ScanMode;
  readonly why: UnknownWhy;
}

/** Newest first; a code is there once. */
export const withCode = (tray: readonly WaitingCode[], code: WaitingCode): readonly WaitingCode[] =>
  [code, ...withoutCode(tray, code.text)].slice(0, trayMax);

export const withoutCode = (tray: readonly WaitingCode[], text: string): readonly WaitingCode[] =>
  tray.some((waiting) => waiting.text === text) ? tray.filter((waiting) => waiting.text !== text) : tray;

const reasons: Readonly<Record<WaitingCode['why'], true>> = {
  unknown: true,
  'not-here': true,
  'no-lot': true,
  'no-place': true,
  'other-lot': true,
  unanswered: true,
  empty: true,
  'too-long': true,
  'control-characters': true,
  'unknown-ai': true,
  'repeated-ai': true,
  'too-ambiguous': true,
  'not-digital-link': true,
  'misplaced-ai': true,
  'too-short': true,
  'bad-characters': true,
  'check-digit': true,
  'bad-date': true,
  'bad-value': true,
};

const ways: readonly ScannedCode['via'][] = ['camera', 'wedge', 'photo', 'typed'];

function readOne(value: unknown): WaitingCode[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, symbology, via, mode, why } = value as Record<string, unknown>;
  if (typeof text !== 'string' || text === '') return [];
  return [
    {
      text,
      symbology: typeof symbology === 'string' ? symbology : null,
      via: ways.find((way) => way === via) ?? 'typed',
      mode: isMode(mode) ? mode : 'look',
      why: typeof why === 'string' && Object.hasOwn(reasons, why) ? (why as WaitingCode['why']) : 'unknown',
    },
  ];
}

/** Reads what an earlier version or another tab may have written; what is not understood is left out. */
export function parseTray(text: string | null): readonly WaitingCode[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed.flatMap(readOne).slice(0, trayMax) : [];
  } catch {
    return [];
  }
}
