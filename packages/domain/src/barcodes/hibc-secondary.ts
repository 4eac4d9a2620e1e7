/** The second half of HIBC: quantity, expiry and lot or serial, in its eleven formats, and the supplements of 2D symbols. */
import { fullYear, isoDate, isoFromDayOfYear, isoFromYymmdd } from './dates.ts';

export interface HibcSecondary {
  readonly lot?: string;
  readonly serial?: string;
  readonly expiry?: string;
  readonly productionDate?: string;
  readonly quantity?: number;
}

export type HibcSecondaryResult =
  | ({ readonly ok: true } & HibcSecondary)
  | { readonly ok: false; readonly code: 'bad-structure' | 'bad-date' };

type DateReader = (digits: string, today: string) => string | undefined;

const dayOfYear: DateReader = (digits, today) =>
  isoFromDayOfYear(fullYear(Number(digits.slice(0, 2)), today), Number(digits.slice(2, 5)));

const monthYear: DateReader = (digits, today) =>
  isoDate(fullYear(Number(digits.slice(2, 4)), today), Number(digits.slice(0, 2)), 0);

const monthDayYear: DateReader = (digits, today) => {
  const [month, day] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return day === 0 ? undefined : isoDate(fullYear(Number(digits.slice(4, 6)), today), month, day);
};

const yearMonthDay: DateReader = (digits, today) =>
  digits.slice(4, 6) === '00' ? undefined : isoFromYymmdd(digits, today);

/** Date formats by the digit that announces them: how many digits follow it, and how to read them. */
const DATES: Readonly<Record<string, readonly [length: number, read: DateReader]>> = {
  '2': [6, monthDayYear],
  '3': [6, yearMonthDay],
  '4': [8, yearMonthDay],
  '5': [5, dayOfYear],
  '6': [7, dayOfYear],
};

interface Dated {
  readonly expiry?: string;
  readonly rest: string;
}

const readDate = (text: string, today: string): Dated | 'bad-structure' | 'bad-date' => {
  const flag = text.charAt(0);
  if (text === '' || flag === '7') return { rest: text.slice(1) };
  const [length, read, from] = /[01]/.test(flag) ? [4, monthYear, 0] : [...(DATES[flag] ?? [0, monthYear]), 1];
  const digits = text.slice(from, from + length);
  if (length === 0 || !new RegExp(`^\\d{${length}}$`).test(digits)) return 'bad-structure';
  const expiry = read(digits, today);
  return expiry === undefined ? 'bad-date' : { expiry, rest: text.slice(from + length) };
};

const withMark = (rest: string, isSerial: boolean, more: HibcSecondary = {}): HibcSecondaryResult => {
  if (!/^[A-Z0-9]{0,20}$/.test(rest)) return { ok: false, code: 'bad-structure' };
  if (rest === '') return { ok: true, ...more };
  return { ok: true, ...more, ...(isSerial ? { serial: rest } : { lot: rest }) };
};

const parseFlagged = (text: string, isSerial: boolean, today: string): HibcSecondaryResult => {
  const [all, two, five] = /^(?:8(\d{2})|9(\d{5}))/.exec(text) ?? [''];
  const counted = two ?? five;
  const dated = readDate(text.slice(all.length), today);
  if (typeof dated === 'string') return { ok: false, code: dated };
  return withMark(dated.rest, isSerial, {
    ...(counted === undefined ? {} : { quantity: Number(counted) }),
    ...(dated.expiry === undefined ? {} : { expiry: dated.expiry }),
  });
};

/** Parses the data after the leading `+` (or `/`), without link and check characters. */
export const parseSecondary = (text: string, today: string): HibcSecondaryResult => {
  const [flags = '', plus] = /^\${0,2}(\+?)/.exec(text) ?? [];
  const rest = text.slice(flags.length);
  if (flags.startsWith('$$')) return parseFlagged(rest, plus === '+', today);
  if (flags.startsWith('$')) return rest === '' ? { ok: false, code: 'bad-structure' } : withMark(rest, plus === '+');
  if (flags !== '' || !/^\d{5}/.test(rest)) return { ok: false, code: 'bad-structure' };
  const expiry = dayOfYear(rest, today);
  return expiry === undefined ? { ok: false, code: 'bad-date' } : withMark(rest.slice(5), false, { expiry });
};

const fullDate = (digits: string): string | undefined => {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  return day === 0 ? undefined : isoDate(year, month, day);
};

const parseSupplement = (text: string): HibcSecondary | 'bad-date' => {
  const [, kind, value = ''] = /^(S|14D|16D|Q)(.+)$/.exec(text) ?? [];
  if (kind === 'S') return { serial: value };
  if (kind === 'Q') return /^\d{1,5}$/.test(value) ? { quantity: Number(value) } : {};
  if (kind === undefined) return {};
  const date = /^\d{8}$/.test(value) ? fullDate(value) : undefined;
  if (date === undefined) return 'bad-date';
  return kind === '14D' ? { expiry: date } : { productionDate: date };
};

/** Parses what follows further slashes: /S serial, /14D expiry, /16D made, /Q quantity. Others are passed over. */
export const parseSupplements = (segments: readonly string[]): HibcSecondaryResult => {
  let found: HibcSecondary = {};
  for (const segment of segments) {
    const supplement = parseSupplement(segment);
    if (supplement === 'bad-date') return { ok: false, code: 'bad-date' };
    found = { ...found, ...supplement };
  }
  return { ok: true, ...found };
};
