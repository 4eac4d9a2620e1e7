/**
 * HIBC (ANSI/HIBC 2.6). A primary names the product: + labeller(4) product(1–18) unit-of-measure(1) check.
 * A secondary carries date, lot or serial and begins with + and a digit or $. Concatenated: +primary/secondary with one
 * check character at the very end. The check is mod 43 and may be a SPACE, so a text must not be trimmed at its end.
 */
import { type HibcSecondary, parseSecondary, parseSupplements } from './hibc-secondary.ts';

export type HibcFault = 'not-hibc' | 'check-character' | 'bad-structure' | 'bad-date';

/** Dates are YYYY-MM-DD. A secondary printed as a symbol of its own has no product. */
export interface HibcReading extends HibcSecondary {
  /** Labeller code, product number and unit of measure as one key, e.g. "A123BJC5D6E71". */
  readonly product?: string;
  readonly labeller?: string;
  readonly catalogueNumber?: string;
  /** 0 is the unit of use, 1 to 8 are packaging levels, 9 is a variable quantity. */
  readonly unitOfMeasure?: number;
  /** Check character of the primary that a separate secondary belongs to. */
  readonly link?: string;
}

export type HibcResult = ({ readonly ok: true } & HibcReading) | { readonly ok: false; readonly code: HibcFault };

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';
const CHARACTERS = /^[0-9A-Z\-. $/+%]+$/;
const PRIMARY = /^([A-Z][A-Z0-9]{3})([A-Z0-9]{1,18})([0-9])$/;

/** Mod-43 check character over every character before it, the leading + included. */
export const hibcCheckCharacter = (body: string): string => {
  const sum = [...body].reduce((total, character) => total + ALPHABET.indexOf(character), 0);
  return ALPHABET.charAt(sum % 43);
};

const parsePrimary = (text: string): HibcReading | undefined => {
  const [product, labeller, catalogueNumber, unit] = PRIMARY.exec(text) ?? [];
  if (!product || !labeller || !catalogueNumber) return undefined;
  return { product, labeller, catalogueNumber, unitOfMeasure: Number(unit) };
};

const parseConcatenated = (content: string, today: string): HibcResult => {
  const [head = '', first, ...more] = content.split('/');
  const primary = parsePrimary(head);
  if (!primary) return { ok: false, code: 'bad-structure' };
  if (first === undefined) return { ok: true, ...primary };
  const isData = /^[\d$]/.test(first) && !/^1[46]D/.test(first);
  const secondary = isData ? parseSecondary(first, today) : ({ ok: true } as const);
  if (!secondary.ok) return secondary;
  const supplements = parseSupplements(isData ? more : [first, ...more]);
  return supplements.ok ? { ...primary, ...secondary, ...supplements } : supplements;
};

const parseSeparate = (content: string, today: string): HibcResult => {
  const [data = '', ...more] = content.slice(0, -1).split('/');
  const secondary = parseSecondary(data, today);
  if (!secondary.ok) return secondary;
  const supplements = parseSupplements(more);
  return supplements.ok ? { ...secondary, ...supplements, link: content.slice(-1) } : supplements;
};

/** Parses a HIBC text; `today` (YYYY-MM-DD) gives two-digit years their century. */
export const parseHibc = (input: string, today: string): HibcResult => {
  const text = /^\*.*\*$/.test(input) ? input.slice(1, -1) : input;
  if (!/^\+[A-Z0-9$]/.test(text) || !CHARACTERS.test(text) || text.length < 4) return { ok: false, code: 'not-hibc' };
  const [body, check] = [text.slice(0, -1), text.slice(-1)];
  if (hibcCheckCharacter(body) !== check) return { ok: false, code: 'check-character' };
  const content = body.slice(1);
  return /^[A-Z]/.test(content) ? parseConcatenated(content, today) : parseSeparate(content, today);
};
