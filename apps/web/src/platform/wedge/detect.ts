/**
 * Tells a keyboard-wedge scanner from a person by rhythm: at least four characters with a median gap under 50 ms, ended
 * by Enter or Tab. Pure: every key carries its time. Scanners deliver the separator of GS1 as Ctrl+], F8 or Alt+029.
 */

export const GS = '\u001d';
export const MIN_LENGTH = 4;
export const MAX_MEDIAN_GAP_MS = 50;
/** A longer gap than this ends a burst: what follows is a new text. */
export const MAX_GAP_MS = 150;
const MAX_LENGTH = 1000;

/** A key press as the DOM reports it, with its time in milliseconds on a clock that never goes back. */
export interface WedgeKey {
  readonly key: string;
  readonly at: number;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  /** Held down; scanners never do that. */
  readonly repeat: boolean;
  /** The key goes to a text field, a text area or other editable text. */
  readonly inTextField: boolean;
}

export interface WedgeState {
  readonly text: string;
  readonly gaps: readonly number[];
  readonly lastAt: number;
  /** Digits typed while Alt is held: a character by its number. */
  readonly altDigits: string;
}

export interface WedgeResult {
  readonly state: WedgeState;
  /** A whole scan; separators are ASCII 29. */
  readonly scan?: string;
  /** The key belongs to a scanner: it must reach neither the focused control nor a shortcut. */
  readonly swallow: boolean;
}

export const wedgeIdle: WedgeState = { text: '', gaps: [], lastAt: Number.NEGATIVE_INFINITY, altDigits: '' };

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock', 'NumLock']);

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
};

const isBurst = (state: WedgeState): boolean =>
  state.text.length >= MIN_LENGTH && median(state.gaps) < MAX_MEDIAN_GAP_MS;

// The fourth quick character in a row: nobody types like that outside a text field.
const isSurelyScanner = (state: WedgeState): boolean =>
  state.gaps.length >= MIN_LENGTH - 1 && median(state.gaps) < MAX_MEDIAN_GAP_MS;

const append = (state: WedgeState, characters: string, at: number): WedgeState => {
  const gap = at - state.lastAt;
  if (gap > MAX_GAP_MS) return { text: characters, gaps: [], lastAt: at, altDigits: '' };
  if (state.text.length >= MAX_LENGTH) return wedgeIdle;
  return { text: state.text + characters, gaps: [...state.gaps, gap], lastAt: at, altDigits: '' };
};

const typeAltDigit = (state: WedgeState, digit: string, at: number): WedgeResult => {
  const altDigits = at - state.lastAt > MAX_GAP_MS ? digit : state.altDigits + digit;
  if (altDigits !== '029') {
    const isOpen = '029'.startsWith(altDigits);
    return { state: isOpen ? { ...state, altDigits, lastAt: at } : wedgeIdle, swallow: false };
  }
  // The digits moved the clock on without adding a character: one gap stands for the whole sequence.
  return { state: append(state, GS, at), swallow: true };
};

const separator = (state: WedgeState, at: number): WedgeResult => {
  const next = append(state, GS, at);
  // On its own F8 or Ctrl+] is somebody's shortcut.
  return { state: next, swallow: next.text.length > 1 };
};

const finish = (state: WedgeState, at: number): WedgeResult => {
  const isScan = at - state.lastAt <= MAX_GAP_MS && isBurst(state);
  return isScan ? { state: wedgeIdle, scan: state.text, swallow: true } : { state: wedgeIdle, swallow: false };
};

/** Takes one key press into account. */
export const wedgeKey = (state: WedgeState, press: WedgeKey): WedgeResult => {
  const { key, at, ctrl, alt, meta } = press;
  if (MODIFIERS.has(key)) return { state, swallow: false };
  if (press.inTextField || press.repeat || meta) return { state: wedgeIdle, swallow: false };
  if (key === 'F8' || (ctrl && !alt && key === ']')) return separator(state, at);
  if (alt && !ctrl && /^\d$/.test(key)) return typeAltDigit(state, key, at);
  // Ctrl and Alt together are AltGr, which types characters such as @ and ] on many keyboards.
  if (ctrl !== alt) return { state: wedgeIdle, swallow: false };
  if (key === 'Enter' || key === 'Tab') return finish(state, at);
  if ([...key].length !== 1) return { state: wedgeIdle, swallow: false };
  const next = append(state, key, at);
  return { state: next, swallow: isSurelyScanner(next) };
};
