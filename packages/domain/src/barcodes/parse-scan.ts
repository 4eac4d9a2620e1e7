/**
 * One scan, whatever it is: what a camera, a wedge scanner or a person delivered becomes one of a closed list of kinds.
 * Order matters: our own labels, then texts that an identifier or their own check digits prove to be GS1, HIBC or a
 * trade item, then plain vendor codes. A text that claims a standard (by its identifier or a separator) and breaks it
 * is unreadable; without the claim it is a plain code.
 */
import { isEanSymbology, parseEan, parseIsbn } from './ean.ts';
import { parseDigitalLink } from './gs1/digital-link.ts';
import { type Gs1Fault, type Gs1Result, parseElementString } from './gs1/parse.ts';
import type { Gs1Reading } from './gs1/reading.ts';
import { GS, isGs1Symbology, normaliseSeparators, splitIdentifier } from './gs1/separators.ts';
import { type HibcReading, parseHibc } from './hibc.ts';
import { ownCodeFromBare, ownCodeFromPrinted, ownCodeFromUrl } from './own-label.ts';

export const MAX_SCAN_LENGTH = 1000;
export const MAX_RAW_LENGTH = 200;

export type UnreadableCode = 'empty' | 'too-long' | 'control-characters' | Gs1Fault;

export type Gs1Scan = { readonly kind: 'gs1' } & Gs1Reading;
export interface GtinScan {
  readonly kind: 'gtin';
  /** 14 digits. */
  readonly gtin: string;
  readonly isbn?: string;
}

export type Scan =
  /** `text` is kept when twelve bare characters could as well be a vendor's code. */
  | { readonly kind: 'own'; readonly code: string; readonly text?: string }
  | Gs1Scan
  | GtinScan
  | ({ readonly kind: 'hibc' } & HibcReading)
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly (Gs1Scan | GtinScan)[] }
  | { readonly kind: 'unreadable'; readonly code: UnreadableCode; readonly text: string };

export interface ScanContext {
  /** YYYY-MM-DD, for the century of two-digit years. */
  readonly today: string;
  /** AIM identifier such as "]d2" when the decoder reports it beside the text; then separators are trusted to be there. */
  readonly symbology?: string;
  /** Lots that exist, to tell readings apart when a scanner lost the separators. */
  readonly knownLots?: readonly string[];
}

// Without an identifier only a key with a check digit proves that digits are AIs and not a vendor's number.
const STARTS_WITH_KEY = /^(00\d{18}|0[123]\d{14}|8006\d{14}|41[0-7]\d{13})/;

const asScan = (result: Extract<Gs1Result, { ok: true }>): Gs1Scan => {
  const { ok: _, ...reading } = result;
  return { kind: 'gs1', ...reading };
};

const readGs1 = (text: string, symbology: string | undefined, context: ScanContext): Scan | undefined => {
  const claimed = isGs1Symbology(symbology) || text.includes(GS);
  if (!claimed && !(STARTS_WITH_KEY.test(text) || normaliseSeparators(text).includes(GS))) return undefined;
  const { today, knownLots = [] } = context;
  const separators = isGs1Symbology(context.symbology) ? 'kept' : 'may-be-lost';
  const result = parseElementString(text, { today, knownLots, separators });
  if (result.ok) return asScan(result);
  if (result.code === 'ambiguous') {
    return { kind: 'ambiguous', readings: result.readings.map((reading) => ({ kind: 'gs1', ...reading })) };
  }
  return claimed ? { kind: 'unreadable', code: result.code, text } : undefined;
};

const readOwn = (text: string, symbology: string | undefined): Scan | undefined => {
  const code = ownCodeFromUrl(text) ?? ownCodeFromPrinted(text);
  if (code !== undefined) return { kind: 'own', code };
  // Our symbols hold addresses, so bare characters can only have been typed.
  const bare = symbology === undefined && !parseEan(text).ok ? ownCodeFromBare(text) : undefined;
  return bare === undefined ? undefined : { kind: 'own', code: bare, text };
};

const readTradeItem = (text: string, symbology: string | undefined): Scan | undefined => {
  const result = parseEan(text, symbology);
  if (!result.ok) {
    if (isEanSymbology(symbology)) return { kind: 'unreadable', code: 'check-digit', text };
    const book = parseIsbn(text);
    return book && { kind: 'gtin', ...book };
  }
  const [first, ...others] = result.items;
  if (others.length === 0) return { kind: 'gtin', ...first };
  return { kind: 'ambiguous', readings: result.items.map((item) => ({ kind: 'gtin', ...item })) };
};

const readLink = (text: string, today: string): Scan | undefined => {
  const link = parseDigitalLink(text, today);
  return link.ok ? asScan(link) : undefined;
};

const readHibc = (text: string, today: string): Scan | undefined => {
  const result = parseHibc(text, today);
  if (!result.ok) return undefined;
  const { ok: _, ...reading } = result;
  return { kind: 'hibc', ...reading };
};

const readRaw = (text: string): Scan => {
  if (/\p{Cc}/u.test(text)) return { kind: 'unreadable', code: 'control-characters', text };
  return text.length > MAX_RAW_LENGTH ? { kind: 'unreadable', code: 'too-long', text } : { kind: 'raw', text };
};

/** Reads one scan. Never throws; what cannot be read says why. */
export const parseScan = (input: string, context: ScanContext): Scan => {
  if (input.length > MAX_SCAN_LENGTH)
    return { kind: 'unreadable', code: 'too-long', text: input.slice(0, MAX_RAW_LENGTH) };
  const identified = splitIdentifier(input.replace(/^\s+|[\r\n\t]+$/g, ''));
  const symbology = context.symbology ?? identified.symbology;
  const text = identified.text.trim();
  if (text === '') return { kind: 'unreadable', code: 'empty', text: '' };
  return (
    readOwn(text, symbology) ??
    readGs1(text, symbology, context) ??
    readLink(text, context.today) ??
    // The check character of HIBC may be a trailing space.
    readHibc(identified.text, context.today) ??
    readTradeItem(text, symbology) ??
    readRaw(text)
  );
};
