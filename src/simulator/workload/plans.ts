import type { Draws } from '../draws.ts';
import type { Limits } from './limits.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What is to come out of a duty, fixed before any time is written. */
export type Plan =
  | 'in-time'
  | 'last-second'
  | 'just-in-time'
  | 'second-late'
  | 'late'
  | 'between-interpretations'
  | 'never';

export type AnswerVerdict = 'met' | 'violated' | 'pending' | 'depends' | 'not-applicable';

/** How often things go wrong in a workload, as shares of duties. */
export type Rates = { readonly late: number; readonly justInTime: number; readonly between: number };

/** Draws what is to come out. Of what is late or just in time, half lies within a second of its limit. */
export function planFor(draws: Draws, { late, justInTime, between }: Rates): Plan {
  const at = draws.next();
  if (at < late) {
    const kind = draws.next();
    return kind < 0.5 ? 'second-late' : kind < 0.92 ? 'late' : 'never';
  }
  if (at < late + justInTime) return draws.chance(0.5) ? 'last-second' : 'just-in-time';
  return at < late + justInTime + between ? 'between-interpretations' : 'in-time';
}

/** When a duty is done so that its plan comes true, from an instant on; null for one that is never done. */
export function actFor(
  plan: Plan,
  from: number,
  limits: Limits,
  draws: Draws,
  atWork: (instant: number) => boolean,
): number | null {
  const dues = limits.filter((due) => due !== null);
  const first = Math.min(...dues);
  const last = Math.max(...dues);
  switch (plan) {
    case 'never':
      return null;
    case 'second-late':
      return last + 1 + draws.below(SECOND_MS);
    case 'late':
      return last + 1 + SECOND_MS + Math.floor(draws.next() ** 2 * 6 * DAY_MS);
    case 'last-second':
      return first - draws.below(SECOND_MS);
    case 'just-in-time':
      return Math.max(from, first - SECOND_MS - draws.below(HOUR_MS));
    case 'between-interpretations':
      return first < last ? first + 1 + Math.floor(draws.next() * (last - first)) : first;
    case 'in-time':
      break;
  }
  const room = Math.max(0, Math.min(first - from, 5 * DAY_MS));
  let at = from;
  for (let tries = 0; tries < 4; tries += 1) {
    at = from + Math.floor(draws.next() ** 1.5 * room);
    if (atWork(at)) return at;
  }
  return at;
}

/** What an act comes to against its limits when a log ends at an instant. Interpretations that differ make it depend. */
export function verdictOf(actual: number | null, limits: Limits, end: number): AnswerVerdict {
  const each = new Set<AnswerVerdict>();
  for (const due of limits) {
    if (due === null) continue;
    each.add(actual === null ? (end <= due ? 'pending' : 'violated') : actual <= due ? 'met' : 'violated');
  }
  const [only] = each;
  return each.size === 0 ? 'not-applicable' : each.size === 1 && only ? only : 'depends';
}
