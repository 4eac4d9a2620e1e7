/** A lot: a batch of an item, with the number and the expiry its maker printed. */
import * as z from 'zod/mini';
import { daysInMonth } from '../barcodes/dates.ts';

function isCalendarDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

export const lotFields = z.object({
  itemId: z.string().check(z.maxLength(36)),
  lotNumber: z.string().check(z.minLength(1), z.maxLength(80)),
  /** A calendar date in the lab's time zone, YYYY-MM-DD; the lot may be used until the end of that day. */
  expiry: z.nullable(z.string().check(z.refine(isCalendarDate))),
  supplier: z.nullable(z.string().check(z.maxLength(120))),
  /** Base units in one vessel or pack of this lot. */
  packSize: z.nullable(z.number().check(z.int(), z.positive())),
});
