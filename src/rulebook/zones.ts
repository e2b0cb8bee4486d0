import { ZONES } from './calendars.data.ts';
import type { ZoneTransition } from './calendars.ts';

/** Zones of the United States, in which users and reviewers of a delegate keep their calendars. */
export const US_ZONES: Readonly<Record<string, readonly ZoneTransition[]>> = Object.fromEntries(
  Object.entries(ZONES).filter(([name]) => name.startsWith('America/')),
);
