/** How this lab and this reader write amounts, days and instants. */
import { decimalIn, formatQuantity } from '@tidylab/domain/units/quantity';
import { type UnitCode, units } from '@tidylab/domain/units/units';
import { useMemo } from 'react';
import { m } from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { useLab } from '../../store/use-live.tsx';
import { dayIn } from '../../ui/calendar.ts';
import { decimalSeparator, formatDay, formatInstant } from '../../ui/format.ts';

export interface Formats {
  /** The lab's calendar date. */
  today(): string;
  day(isoDay: string): string;
  instant(ms: number): string;
  /** The number alone. `unit` null: its item is not here, so only base units are known. */
  number(base: number, unit: UnitCode | null): string;
  unit(unit: UnitCode | null): string;
  amount(base: number, unit: UnitCode | null): string;
  /** With its sign, as a change. */
  change(base: number, unit: UnitCode | null): string;
}

export const unitName = (unit: UnitCode | null): string =>
  unit === null ? m.items_unit_unknown() : unit === '1' ? m.items_unit_pieces() : units[unit].symbol;

let lastDay = { minute: -1, timeZone: '', day: '' };

/** A list asks for each of its rows; the day of a minute is the same for all of them. */
function todayIn(ms: number, timeZone: string): string {
  const minute = Math.floor(ms / 60_000);
  if (lastDay.minute !== minute || lastDay.timeZone !== timeZone)
    lastDay = { minute, timeZone, day: dayIn(ms, timeZone) };
  return lastDay.day;
}

export function useFormat(): Formats {
  const client = useLab();
  const locale = getLocale();
  return useMemo(() => {
    const { timeZone } = client.lab;
    const separator = decimalSeparator(locale);
    const number = (base: number, unit: UnitCode | null): string =>
      (unit === null ? String(base) : decimalIn(base, unit)).replace('.', separator).replace('-', '−');
    const amount = (base: number, unit: UnitCode | null): string =>
      unit === null || unit === '1' ? `${number(base, unit)} ${unitName(unit)}` : formatQuantity(base, unit, separator);
    return {
      today: () => todayIn(client.now(), timeZone),
      day: (isoDay) => formatDay(isoDay, locale),
      instant: (ms) => formatInstant(ms, client.now(), locale, timeZone),
      number,
      unit: unitName,
      amount,
      change: (base, unit) => (base > 0 ? `+${amount(base, unit)}` : amount(base, unit)),
    };
  }, [client, locale]);
}
