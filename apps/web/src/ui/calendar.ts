/** Calendar days as text, YYYY-MM-DD: compared as text, counted without time zones. */

/** The day an instant falls on in a zone. */
export const dayIn = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(ms);

const utcMs = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`);

/** Days from one to the other; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utcMs(to) - utcMs(from)) / 86_400_000);

export const addDays = (isoDay: string, days: number): string =>
  new Date(utcMs(isoDay) + days * 86_400_000).toISOString().slice(0, 10);
