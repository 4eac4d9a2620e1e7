/**
 * AIM symbology identifiers, and the ways a keyboard-wedge scanner spells the separator.
 * FNC1 at the front of a GS1 symbol is never data: decoders report it as the identifier, or as one leading separator.
 */

/** ASCII 29, the separator inside an element string. */
export const GS = '\u001d';

const GS1_SYMBOLOGIES: ReadonlySet<string> = new Set([']C1', ']d2', ']Q3', ']e0', ']J1']);

/** Identifiers are case-sensitive: `]e0` is DataBar, `]E0` is EAN-13. */
export const isGs1Symbology = (identifier: string | undefined): boolean =>
  identifier !== undefined && GS1_SYMBOLOGIES.has(identifier);

export interface Identified {
  readonly text: string;
  readonly symbology?: string;
}

/** Splits an AIM identifier off the front, if there is one. */
export const splitIdentifier = (text: string): Identified => {
  const match = /^\][A-Za-z][0-9A-Za-z]/.exec(text);
  return match ? { symbology: match[0], text: text.slice(3) } : { text };
};

// None of these but <GS> can be data: braces, caret, backslash and square brackets are outside the characters of GS1.
const SPELLINGS = /\{GS\}|\^\]|\^|\\u001[dD]|\\x1[dD]|\u241d/g;

/** Puts ASCII 29 where a scanner spelled the separator in printable characters. */
export const normaliseSeparators = (text: string): string => {
  if (text.includes(GS)) return text;
  const replaced = text.replace(SPELLINGS, GS);
  return replaced.includes(GS) ? replaced : text.replaceAll('<GS>', GS);
};
