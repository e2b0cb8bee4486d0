import type { PlanFigures } from '../rulebook/index.ts';
import { dayOf, timeOf, type ZoneTable } from './civil.ts';
import type { Facts } from './facts.ts';
import { callsOf, growing } from './memo.ts';
import { text } from './values.ts';

/** A span in which no real-time answer is due (epoch ms, the end left out). */
export type Pause = { readonly from: number; readonly until: number; readonly regular: boolean };

type Third = PlanFigures['maintenanceWeekend']['value'][number];

const DAY_MS = 86_400_000;
/** Days from Saturday to the day that makes a weekend the third one. */
const OFFSET: Record<Third, number> = { friday: -1, saturday: 0, sunday: 1 };

/** An instant of a local date and time in the zone of the plan. */
const instantOf = (zone: ZoneTable, date: string, time: string): number =>
  zone.toInstant(dayOf(date), timeOf(time));

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The regular window around an instant that one interpretation of "third weekend" gives, or null. */
function windowOf(facts: Facts, zone: ZoneTable, at: number, third: Third): Pause | null {
  const today = facts.dateAt(at);
  const weekday = new Date(today).getUTCDay();
  const toSaturday = [-1, -2, 4, 3, 2, 1, 0][weekday] ?? 0;
  const saturday = shifted(today, toSaturday);
  const counting = shifted(saturday, OFFSET[third]);
  if (Math.ceil(Number(counting.slice(8)) / 7) !== 3) return null;
  const hours = facts.pack.figures.maintenanceWindow.value;
  const from = instantOf(zone, shifted(saturday, -1), hours.from);
  const until = instantOf(zone, shifted(saturday, 2), hours.until);
  return at >= from && at < until ? { from, until, regular: true } : null;
}

/** Outages and extra windows that the harness brought about. */
const brought = growing(
  callsOf('inject'),
  () => [] as Pause[],
  (found, { body, at }) => {
    const until = Date.parse(text(body.until) ?? '');
    if (body.kind === 'outage') found.push({ from: at, until, regular: false });
    if (body.kind === 'maintenance')
      found.push({ from: Date.parse(text(body.from) ?? ''), until, regular: true });
  },
);

/** The pauses that hold at an instant under each interpretation; empty where none does. */
export function pausesAt(
  facts: Facts,
  at: number,
): { readonly sure: readonly Pause[]; readonly doubtful: boolean } {
  const regular = facts.pack.figures.maintenanceWeekend.value.map((third) =>
    windowOf(facts, facts.zone, at, third),
  );
  const held = regular.filter((window) => window !== null);
  const set = brought(facts).filter(({ from, until }) => at >= from && at < until);
  const agreed = held.length === regular.length ? held.slice(0, 1) : [];
  return { sure: [...set, ...agreed], doubtful: held.length > 0 && agreed.length === 0 };
}

/** When a request that got a receipt must have a status: the soft limit and the hard one (epoch ms). */
export function dueBy(facts: Facts, received: number): { readonly soft: number; readonly hard: number } {
  const zone = facts.zone;
  const { deferredAnswer, maintenanceGrace } = facts.pack.figures;
  const soft = received + deferredAnswer.value.hours * 3_600_000;
  const morning = instantOf(zone, facts.dateAt(soft), deferredAnswer.value.morning);
  const next = instantOf(zone, shifted(facts.dateAt(soft), 1), deferredAnswer.value.morning);
  const hard = soft <= morning ? morning : next;
  // A limit inside a pause moves to its end, and what began in one ends with it.
  const pauses = [received, hard].flatMap((at) => pausesAt(facts, at).sure);
  const doubtful = pausesAt(facts, received).doubtful || pausesAt(facts, hard).doubtful;
  const ends = pauses.map(({ until }) => until + maintenanceGrace.value * 3_600_000);
  const late = doubtful ? hard + 4 * DAY_MS : hard;
  return { soft: Math.max(soft, ...pauses.map(({ until }) => until)), hard: Math.max(late, ...ends) };
}
