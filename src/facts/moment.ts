/** An instant as a log tells it: one logged to the minute may be any instant of that minute (epoch ms). */
export type Moment = { readonly low: number; readonly high: number };

const kept = new Map<string, Moment>();

/** The moment of an ISO instant. Throws RangeError when it is none. */
export function momentOf(iso: string): Moment {
  const known = kept.get(iso);
  if (known) return known;
  const low = Date.parse(iso);
  if (Number.isNaN(low)) throw new RangeError(`${iso} is not an ISO instant`);
  const moment = { low, high: /T\d{2}:\d{2}(Z|[+-])/.test(iso) ? low + 59_999 : low };
  if (kept.size < 20_000) kept.set(iso, moment);
  return moment;
}

export const isCoarse = ({ low, high }: Moment): boolean => low !== high;
