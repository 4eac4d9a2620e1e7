/**
 * Element strings. With separators the reading is determined: an AI of pre-defined length takes exactly its characters,
 * every other runs to the next separator or the end. Without any separator an AI of variable length that is not the last
 * has no known end; then every reading that the AI table, the check digits and the dates allow is returned, and none is
 * preferred, unless the lot numbers known to the caller leave a single one.
 */
import { aiAt, type AiSpec } from './ai-table.ts';
import { type Gs1Element, type Gs1Reading, readingOf } from './reading.ts';
import { GS, normaliseSeparators, splitIdentifier } from './separators.ts';
import { checkValue, type Gs1ValueFault } from './value.ts';
import { allReadings, MAX_READINGS } from './without-separators.ts';

export type Gs1Fault =
  | 'empty'
  | 'unknown-ai'
  | 'repeated-ai'
  | 'too-ambiguous'
  | 'not-digital-link'
  | 'misplaced-ai'
  | Gs1ValueFault;

export type Gs1Result =
  | ({ readonly ok: true } & Gs1Reading)
  | { readonly ok: false; readonly code: 'ambiguous'; readonly readings: readonly Gs1Reading[] }
  | { readonly ok: false; readonly code: Gs1Fault; readonly ai?: string };

export interface Gs1Context {
  /** YYYY-MM-DD, for the century of two-digit years. */
  readonly today: string;
  readonly knownLots?: readonly string[];
  /** 'kept' when the source is known to deliver separators (a camera); 'may-be-lost' (the default) for wedge scanners. */
  readonly separators?: 'kept' | 'may-be-lost';
}

export type Elements =
  | { readonly ok: true; readonly elements: readonly Gs1Element[] }
  | Extract<Gs1Result, { code: Gs1Fault }>;

const endOf = (spec: AiSpec, text: string, from: number): number => {
  const separator = text.indexOf(GS, from);
  const end = separator < 0 ? text.length : separator;
  return spec.fixed ? Math.min(end, from + spec.max) : end;
};

/** Adds an element; the same AI twice with the same value counts once. False when the values differ. */
const addElement = (found: Map<string, string>, ai: string, value: string): boolean => {
  const before = found.get(ai);
  found.set(ai, before ?? value);
  return before === undefined || before === value;
};

const parseSeparated = (text: string, today: string): Elements => {
  const found = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    if (text[at] === GS) {
      at++;
      continue;
    }
    const spec = aiAt(text, at);
    if (!spec) return { ok: false, code: 'unknown-ai' };
    const end = endOf(spec, text, at + spec.ai.length);
    const value = text.slice(at + spec.ai.length, end);
    const fault = checkValue(spec, value, today);
    if (fault) return { ok: false, code: fault, ai: spec.ai };
    if (!addElement(found, spec.ai, value)) return { ok: false, code: 'repeated-ai', ai: spec.ai };
    at = end;
  }
  if (found.size === 0) return { ok: false, code: 'empty' };
  return { ok: true, elements: [...found].map(([ai, value]) => ({ ai, value })) };
};

const parseUnseparated = (text: string, context: Gs1Context): Gs1Result => {
  const { today, knownLots = [] } = context;
  const known = knownLots.length > 0 ? allReadings(text, today, new Set(knownLots)) : [];
  const candidates = known.length > 0 ? known : allReadings(text, today);
  if (candidates.length > MAX_READINGS) return { ok: false, code: 'too-ambiguous' };
  const readings = candidates.map((elements) => readingOf(elements, today));
  const [only] = readings;
  if (!only) {
    // The straight reading names the fault best, e.g. the wrong check digit of a leading GTIN.
    const straight = parseSeparated(text, today);
    return straight.ok ? { ok: true, ...readingOf(straight.elements, today) } : straight;
  }
  return readings.length === 1 ? { ok: true, ...only } : { ok: false, code: 'ambiguous', readings };
};

/** Parses an element string, with or without its AIM identifier. Errors are values with the code and the AI at fault. */
export const parseElementString = (input: string, context: Gs1Context): Gs1Result => {
  const text = normaliseSeparators(splitIdentifier(input.trim()).text);
  const separated = text.includes(GS) || context.separators === 'kept';
  if (text === '') return { ok: false, code: 'empty' };
  if (!separated) return parseUnseparated(text, context);
  const parsed = parseSeparated(text, context.today);
  return parsed.ok ? { ok: true, ...readingOf(parsed.elements, context.today) } : parsed;
};
