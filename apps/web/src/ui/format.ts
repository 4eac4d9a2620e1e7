/** Dates, instants, sizes and numbers as a reader of a locale expects them. Zones and the present are arguments. */
import { dayIn, daysBetween } from './calendar.ts';

const parts = new Map<string, Intl.DateTimeFormat>();

/** English without a country writes the day first, as laboratories do. */
const dateLocale = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/** Making a formatter costs a hundred times using it. */
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = dateLocale(language);
  const key = `${locale}\n${JSON.stringify(options)}`;
  const held = parts.get(key) ?? new Intl.DateTimeFormat(locale, options);
  parts.set(key, held);
  return held;
}

/** A calendar date, YYYY-MM-DD, as "3 Dec 2026". */
export const formatDay = (isoDay: string, locale: string): string =>
  formatter(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${isoDay}T00:00:00Z`),
  );

/** The time of day, as "09:41". */
export const formatTime = (ms: number, locale: string, timeZone: string): string =>
  formatter(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(ms);

/** An instant as people say it: "09:41" today, "yesterday 18:02", else with its date. */
export function formatInstant(ms: number, nowMs: number, locale: string, timeZone: string): string {
  const time = formatTime(ms, locale, timeZone);
  const day = dayIn(ms, timeZone);
  const ago = daysBetween(day, dayIn(nowMs, timeZone));
  if (ago === 0) return time;
  if (ago === 1) return `${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day')} ${time}`;
  return `${formatDay(day, locale)}, ${time}`;
}

/** How long ago, in the largest unit that is not zero: "5 minutes ago". */
export function formatAge(ms: number, nowMs: number, locale: string): string {
  const seconds = Math.max(0, Math.round((nowMs - ms) / 1000));
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (seconds < 60) return relative.format(-seconds, 'second');
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return relative.format(-Math.floor(seconds / 3600), 'hour');
  return relative.format(-Math.floor(seconds / 86_400), 'day');
}

/** Bytes in the unit people know, as "12.4 MB". */
export function formatBytes(bytes: number, locale: string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = new Intl.NumberFormat(locale, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(
    bytes / 1000 ** power,
  );
  return `${value} ${units[power]}`;
}

/** "," or "." */
export const decimalSeparator = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
