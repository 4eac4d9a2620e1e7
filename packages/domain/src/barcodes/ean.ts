/**
 * Retail codes: EAN-13, EAN-8, UPC-A, UPC-E and ITF-14 all name a trade item by a GTIN; an ISBN is a GTIN that begins
 * with 978 or 979. An 8-digit text can satisfy both EAN-8 and UPC-E: only the symbology can tell them apart.
 */
import { checkDigit, hasValidCheckDigit, toGtin14 } from './gs1/check-digit.ts';

export interface TradeItem {
  /** 14 digits. */
  readonly gtin: string;
  /** 13 digits, when the GTIN is a book's number. */
  readonly isbn?: string;
}

export type EanResult =
  | { readonly ok: true; readonly items: readonly [TradeItem, ...TradeItem[]] }
  | { readonly ok: false; readonly code: 'not-ean' | 'check-digit' };

const tradeItem = (gtin: string): TradeItem => (/^097[89]/.test(gtin) ? { gtin, isbn: gtin.slice(1) } : { gtin });

/** The UPC-A number that an 8-digit UPC-E abbreviates; undefined when it is no UPC-E or its check digit is wrong. */
export const expandUpcE = (digits: string): string | undefined => {
  if (!/^[01]\d{7}$/.test(digits)) return undefined;
  const [system, d1, d2, d3, d4, d5, last, check] = digits.split('') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const bodies: Readonly<Record<string, string>> = {
    '0': `${d1}${d2}${last}0000${d3}${d4}${d5}`,
    '1': `${d1}${d2}${last}0000${d3}${d4}${d5}`,
    '2': `${d1}${d2}${last}0000${d3}${d4}${d5}`,
    '3': `${d1}${d2}${d3}00000${d4}${d5}`,
    '4': `${d1}${d2}${d3}${d4}00000${d5}`,
  };
  const upcA = `${system}${bodies[last] ?? `${d1}${d2}${d3}${d4}${d5}0000${last}`}${check}`;
  return hasValidCheckDigit(upcA) ? upcA : undefined;
};

/** Is the AIM identifier one of EAN/UPC? `]E1` and `]E2` are add-ons on their own and name no item. */
export const isEanSymbology = (identifier: string | undefined): boolean =>
  identifier === ']E0' || identifier === ']E3' || identifier === ']E4';

const candidates = (digits: string, symbology: string | undefined): readonly string[] => {
  const upcE = symbology === undefined || symbology === ']E0' ? expandUpcE(digits) : undefined;
  if (upcE === undefined) return [digits];
  return symbology === ']E0' ? [upcE] : [digits, upcE];
};

/** Reads digits as a trade item. With an EAN/UPC identifier a wrong check digit is an error of its own. */
export const parseEan = (text: string, symbology?: string): EanResult => {
  // EAN-13 with an add-on (issue or price): the first thirteen digits name the item.
  const digits = symbology === ']E3' ? text.slice(0, 13) : text;
  const gtins = candidates(digits, symbology).flatMap((candidate) => toGtin14(candidate) ?? []);
  const [first, ...others] = [...new Set(gtins)].map(tradeItem);
  if (first) return { ok: true, items: [first, ...others] };
  return { ok: false, code: isEanSymbology(symbology) ? 'check-digit' : 'not-ean' };
};

const isbn10Check = (body: string): string => {
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
};

/** Reads a printed ISBN ("ISBN 0-306-40615-2", "978-0-306-40615-7"); ten digits need the word in front. */
export const parseIsbn = (text: string): TradeItem | undefined => {
  const named = /^ISBN(?:-1[03])?:?\s*/i.exec(text);
  const plain = text
    .slice(named?.[0].length ?? 0)
    .replace(/[- ]/g, '')
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(plain) && hasValidCheckDigit(plain)) return tradeItem(`0${plain}`);
  if (!named || !/^\d{9}[\dX]$/.test(plain) || isbn10Check(plain.slice(0, 9)) !== plain[9]) return undefined;
  const body = `978${plain.slice(0, 9)}`;
  return tradeItem(`0${body}${checkDigit(body)}`);
};
