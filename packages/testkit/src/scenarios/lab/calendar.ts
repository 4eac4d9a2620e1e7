/** Days and instants around the day the scenario is made for, all in UTC. */
const dayMs = 86_400_000;

export const dayStart = (today: string, offset: number): number => Date.parse(`${today}T00:00:00Z`) + offset * dayMs;

/** YYYY-MM-DD so many days after `today`; before it when negative. */
export const dateAfter = (today: string, days: number): string =>
  new Date(dayStart(today, days)).toISOString().slice(0, 10);

/** Offsets of the Mondays to Fridays among the `count` days before `today`, earliest first. */
export const workdaysBefore = (today: string, count: number): number[] =>
  Array.from({ length: count }, (_, i) => i - count).filter(
    (offset) => new Date(dayStart(today, offset)).getUTCDay() % 6 !== 0,
  );
