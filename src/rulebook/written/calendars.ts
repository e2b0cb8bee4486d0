import { z } from 'zod';

const known = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

/** A table of holidays: local dates on which offices are closed, with their names, their source, and how far it reaches. */
export const holidaysSchema = z.strictObject({
  calendar: z.string(),
  title: z.string(),
  source: z.string(),
  known,
  holidays: z.array(z.tuple([z.iso.date(), z.string()])).min(1),
});

/** Zones: from which instant (UTC) each keeps which offset, in minutes east of UTC. */
export const zonesSchema = z.strictObject({
  source: z.string(),
  known,
  zones: z.record(z.string(), z.array(z.tuple([z.iso.datetime({ offset: true }), z.number().int()])).min(1)),
});
