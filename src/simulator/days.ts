const DAY_MS = 86_400_000;

/** The number of a date (`YYYY-MM-DD`) in a count of days. */
export const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** The date of a day by its number. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The date so many days after another. */
export const plusDays = (date: string, days: number): string => dateOf(dayOf(date) + days);

/** The last date of a month, from 1 to 12. */
export const lastOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
