/** How long a lot may still be used. An expiry is a calendar date of the lab; the lot is good until the end of that day. */
import { addDays, daysBetween } from '../../ui/calendar.ts';

/** Days before its expiry from which a lot is said to expire soon. */
export const soonDays = 30;

/** The last day that is soon, as of `today`. */
export const soonUntil = (today: string): string => addDays(today, soonDays);

export type Expiry =
  | { readonly state: 'none' }
  /** `days`: since the last day it was good. */
  | { readonly state: 'expired'; readonly day: string; readonly days: number }
  /** `days`: until its last day; 0 is today. */
  | { readonly state: 'soon' | 'good'; readonly day: string; readonly days: number };

/** @param today the lab's calendar date, YYYY-MM-DD. */
export function expiryOf(expiry: string | null, today: string): Expiry {
  if (expiry === null) return { state: 'none' };
  const days = daysBetween(today, expiry);
  if (Number.isNaN(days)) return { state: 'none' };
  if (days < 0) return { state: 'expired', day: expiry, days: -days };
  return { state: days <= soonDays ? 'soon' : 'good', day: expiry, days };
}
