/**
 * Dates as barcodes carry them. Two-digit years fall into the window of 49 years back to 50 years ahead of `today`,
 * as the general specifications of GS1 lay down; the same window serves HIBC.
 */

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Full year for a two-digit one. `today` is YYYY-MM-DD. */
export const fullYear = (twoDigits: number, today: string): number => {
  const current = Number(today.slice(0, 4));
  const ahead = twoDigits - (current % 100);
  const century = current - (current % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  return ahead <= -50 ? century + 100 + twoDigits : century + twoDigits;
};

/** YYYY-MM-DD, or undefined when there is no such day. Day 0 stands for the last day of the month. */
export const isoDate = (year: number, month: number, day: number): string | undefined => {
  if (month < 1 || month > 12) return undefined;
  const last = daysInMonth(year, month);
  if (day < 0 || day > last) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day === 0 ? last : day)}`;
};

/** YYYY-MM-DD for the nth day of a year (1 to 365 or 366). */
export const isoFromDayOfYear = (year: number, dayOfYear: number): string | undefined => {
  let rest = dayOfYear;
  for (let month = 1; month <= 12 && rest >= 1; month++) {
    const days = daysInMonth(year, month);
    if (rest <= days) return isoDate(year, month, rest);
    rest -= days;
  }
  return undefined;
};

/** YYMMDD to YYYY-MM-DD; day 00 is the last day of the month. */
export const isoFromYymmdd = (digits: string, today: string): string | undefined =>
  isoDate(fullYear(Number(digits.slice(0, 2)), today), Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
