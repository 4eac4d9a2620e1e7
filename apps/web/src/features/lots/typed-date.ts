/**
 * An expiry as people type it from a label: a whole day, or a month, which is good until its last day. A date that two
 * countries read differently is never guessed.
 */
import { daysInMonth, fullYear, isoDate } from '@tidylab/domain/barcodes/dates';
import { refuse, type Result } from '@tidylab/domain/kernel/result';

export type DateFault = 'date-unclear' | 'date-ambiguous' | 'date-not-there';

interface Parts {
  readonly year: string;
  readonly month: string;
  /** Undefined: the whole month. */
  readonly day?: string | undefined;
}

const separated = String.raw`[-./\s]`;
const yearFirst = new RegExp(`^(\\d{4})${separated}(\\d{1,2})(?:${separated}(\\d{1,2}))?$`);
const monthFirst = new RegExp(`^(\\d{1,2})${separated}(\\d{4}|\\d{2})$`);
const dayFirst = new RegExp(`^(\\d{1,2})(${separated})(\\d{1,2})${separated}(\\d{4})$`);

function partsOf(text: string): Parts | DateFault {
  const full = yearFirst.exec(text);
  if (full) return { year: full[1] ?? '', month: full[2] ?? '', day: full[3] };
  const month = monthFirst.exec(text);
  if (month) return { year: month[2] ?? '', month: month[1] ?? '' };
  const [, first = '', separator, second = '', year = ''] = dayFirst.exec(text) ?? [];
  if (separator === undefined) return 'date-unclear';
  // Points mean day first everywhere; strokes mean either.
  if (separator === '.' || Number(first) > 12 || first === second) return { year, month: second, day: first };
  return Number(second) > 12 ? { year, month: first, day: second } : 'date-ambiguous';
}

/**
 * YYYY-MM-DD for `2027-03-31`, `31.03.2027`, `03/2027`, `3/27` or `2027-03`; null for an empty text.
 * @param today YYYY-MM-DD, for the century of two-digit years.
 */
export function parseTypedDate(text: string, today: string): Result<string | null, DateFault> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null };
  const parts = partsOf(trimmed);
  if (typeof parts === 'string') return refuse(parts, text);
  const year = parts.year.length === 2 ? fullYear(Number(parts.year), today) : Number(parts.year);
  const month = Number(parts.month);
  if (month < 1 || month > 12) return refuse('date-not-there', text);
  const day = parts.day === undefined ? daysInMonth(year, month) : Number(parts.day);
  const date = day === 0 ? undefined : isoDate(year, month, day);
  return date === undefined ? refuse('date-not-there', text) : { ok: true, value: date };
}
