/** An instant (epoch ms) as the contract writes it: ISO 8601 in UTC with milliseconds. */
export const iso = (at: number): string => new Date(at).toISOString();

/** An instant (epoch ms) as the contract writes it, or null where there is none. */
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
