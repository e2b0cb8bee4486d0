/** A local date (`YYYY-MM-DD`) on which offices are closed, and why. */
export type Holiday = readonly [date: string, name: string];

/** An instant (UTC, ISO) from which a zone keeps another offset, in minutes east of UTC. */
export type ZoneTransition = readonly [at: string, offsetMinutes: number];
