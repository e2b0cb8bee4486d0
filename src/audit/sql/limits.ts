import type { Interpretation } from '../../rulebook/index.ts';
import { DAY_US } from '../day-table.ts';
import {
  all,
  type Column,
  choose,
  comes,
  compare,
  greatest,
  least,
  minus,
  NEVER,
  over,
  plus,
  type Test,
  times,
  type Value,
} from '../expression/tree.ts';
import type { Unit } from '../pack/model.ts';
import { type Calendar, DAYS } from './calendar.ts';
import type { Plan } from './plan.ts';

const HOUR_US = 3_600_000_000;
const MINUTE_US = 60_000_000;

/**
 * Where a limit starts: a column of microseconds, or made of others. Limits never come earlier when their
 * start comes later, so the limit of the later of two starts is the later of their limits.
 */
export type Start =
  | { readonly column: Column }
  | { readonly never: true }
  | { readonly receipt: Column }
  | { readonly later: readonly [Start, Start] }
  | { readonly earlier: readonly [Start, Start] }
  | { readonly when: Test; readonly made: Start; readonly otherwise: Start };

/** Time limits as expressions over microseconds. */
export class Limits {
  readonly #plan: Plan;
  readonly #calendar: Calendar;
  readonly #span: readonly [from: number, to: number];
  readonly #locals = new Map<string, Column>();

  /** `span` holds every instant that is counted from. */
  constructor(plan: Plan, calendar: Calendar, span: readonly [from: number, to: number]) {
    this.#plan = plan;
    this.#calendar = calendar;
    this.#span = span;
  }

  #local(instant: Column): Column {
    const known = this.#locals.get(instant.name);
    if (known) return known;
    const offset = this.#calendar.offset(instant, ...this.#span);
    const own = this.#plan.column(plus(instant, offset), 'local');
    this.#locals.set(instant.name, own);
    return own;
  }

  /** The local day (days since 1970) of an instant, as a column. */
  day(instant: Column): Column {
    return this.#plan.column(over(this.#local(instant), DAY_US), 'day');
  }

  /** Local time (µs since midnight) of an instant. */
  #wall(instant: Column): Column {
    return this.#plan.column(minus(this.#local(instant), times(this.day(instant), DAY_US)), 'wall');
  }

  /** A payload of the local day of an instant. */
  of(instant: Column, payload: string): Column {
    return this.#plan.lookup(DAYS, this.day(instant), payload);
  }

  #sameClock(instant: Column, names: { wall: string; first: string; after: string }): Value {
    const wall = this.#wall(instant);
    const changes = this.of(instant, names.wall);
    const first = this.of(instant, names.first);
    const then = this.of(instant, names.after);
    return least(plus(wall, choose([[compare(wall, '<', changes), first]], then)), NEVER);
  }

  /** Whether the office worked on the day of an instant. */
  #worked(instant: Column, holidays: string): Test {
    return compare(this.of(instant, this.#calendar.isWorked(holidays)), '=', 1);
  }

  #businessDays(instant: Column, count: number, interpretation: Interpretation): Value {
    const { holidays } = interpretation;
    const roll = interpretation.nonbusiness_anchor === 'roll';
    const laterDay = interpretation.after_hours === 'next_bd';
    const afterClose = (): Test => compare(this.#wall(instant), '>', this.#calendar.closes);
    const end = (at: 'end' | 'opens' | 'closes', late: boolean): Column =>
      this.of(instant, this.#calendar.businessDay(at, count, { holidays, roll, late }));
    if (interpretation.bd_end !== 'clock') {
      const at = interpretation.bd_end === 'eod' ? 'end' : 'closes';
      return laterDay ? choose([[afterClose(), end(at, true)]], end(at, false)) : end(at, false);
    }
    const same = this.#sameClock(instant, this.#calendar.sameClockBusinessDay(count, holidays));
    const worked = this.#worked(instant, holidays);
    return choose(
      [...(laterDay ? [[all(worked, afterClose()), end('opens', true)] as const] : []), [worked, same]],
      end(roll ? 'opens' : 'end', false),
    );
  }

  #elapsed(instant: Column, micros: number): Value {
    return micros < 0
      ? choose([[comes(instant), minus(instant, -micros)]], NEVER)
      : least(plus(instant, micros), NEVER);
  }

  #calendarDays(instant: Column, count: number, until: 'eod' | 'clock' | 'hours'): Value {
    if (until === 'hours') return this.#elapsed(instant, count * DAY_US);
    return until === 'eod'
      ? this.of(instant, this.#calendar.dayEnd(count))
      : this.#sameClock(instant, this.#calendar.sameClockDay(count));
  }

  #ofColumn(instant: Column, count: number, unit: Unit, interpretation: Interpretation): Value {
    switch (unit) {
      case 'minutes':
        return this.#elapsed(instant, count * MINUTE_US);
      case 'hours':
        return this.#elapsed(instant, count * HOUR_US);
      case 'months':
        return this.of(instant, this.#calendar.monthEnd(count));
      case 'business-days':
        return this.#businessDays(instant, count, interpretation);
      case 'calendar-days':
        return this.#calendarDays(instant, count, interpretation.calendar_days);
      case 'lesser-calendar-days':
        return this.#calendarDays(instant, count, interpretation.lesser3);
      case 'hours-or-calendar-days': {
        if (interpretation.slash !== 'lesser')
          return this.#calendarDays(instant, count, interpretation.slash);
        const clock = this.#calendarDays(instant, count, 'clock');
        return least(this.#elapsed(instant, count * DAY_US), clock);
      }
    }
  }

  /** The payload in which a limit is written down for every local day, where the hour of the start does not matter. */
  #byDay(count: number, unit: Unit, interpretation: Interpretation): string | null {
    const { holidays } = interpretation;
    const roll = interpretation.nonbusiness_anchor === 'roll';
    const until = {
      'calendar-days': interpretation.calendar_days,
      'lesser-calendar-days': interpretation.lesser3,
      'hours-or-calendar-days': interpretation.slash,
    };
    if (unit === 'months') return this.#calendar.monthEnd(count);
    if (unit === 'business-days') {
      if (interpretation.bd_end === 'clock') return null;
      const at = interpretation.bd_end === 'eod' ? 'end' : 'closes';
      return this.#calendar.businessDay(at, count, { holidays, roll, late: false });
    }
    if (unit === 'minutes' || unit === 'hours') return null;
    return until[unit] === 'eod' ? this.#calendar.dayEnd(count) : null;
  }

  /** Whether a receipt counts from its own day: it came on a business day, not after closing. */
  #inTime(instant: Column, { holidays }: Interpretation): Test {
    const worked = this.#worked(instant, holidays);
    return all(worked, compare(this.#wall(instant), '<=', this.#calendar.closes));
  }

  /** A start as one column. */
  column(start: Start, interpretation: Interpretation): Column {
    if ('column' in start) return start.column;
    if ('never' in start) return this.#plan.column(NEVER, 'never');
    if ('receipt' in start) {
      if (interpretation.receipt === 'arrival') return start.receipt;
      const opening = this.of(start.receipt, this.#calendar.openingOn());
      const next = this.of(start.receipt, this.#calendar.nextOpening(interpretation.holidays));
      const own = greatest(start.receipt, opening);
      return this.#plan.column(choose([[this.#inTime(start.receipt, interpretation), own]], next), 'receipt');
    }
    if ('when' in start) {
      const made = this.column(start.made, interpretation);
      return this.#plan.column(
        choose([[start.when, made]], this.column(start.otherwise, interpretation)),
        'start',
      );
    }
    const pair = 'later' in start ? start.later : start.earlier;
    const both = pair.map((each) => this.column(each, interpretation));
    return this.#plan.column('later' in start ? greatest(...both) : least(...both), 'start');
  }

  /** The first microsecond that is not before so much after a start: of its day, where days are counted. */
  earliest(start: Start, count: number, unit: Unit, interpretation: Interpretation): Value {
    const from = this.column(start, interpretation);
    switch (unit) {
      case 'months':
        return this.of(from, this.#calendar.monthStart(count));
      case 'business-days':
        return this.of(from, this.#calendar.businessDayStart(count, interpretation.holidays));
      case 'calendar-days':
        return this.of(from, this.#calendar.dayStart(count));
      default:
        return this.within(start, count, unit, interpretation);
    }
  }

  /** The last microsecond that is within so much of a start; NEVER where there is no start. */
  within(start: Start, count: number, unit: Unit, interpretation: Interpretation): Value {
    if ('never' in start) return NEVER;
    if ('column' in start) return this.#ofColumn(start.column, count, unit, interpretation);
    const byDay = this.#byDay(count, unit, interpretation);
    if (byDay === null && !('when' in start))
      return this.#ofColumn(this.column(start, interpretation), count, unit, interpretation);
    if ('receipt' in start) {
      const { receipt } = start;
      if (interpretation.receipt === 'arrival') return this.#ofColumn(receipt, count, unit, interpretation);
      const payload = byDay ?? '';
      const next = this.of(receipt, this.#calendar.nextDay(payload, interpretation.holidays));
      return choose([[this.#inTime(receipt, interpretation), this.of(receipt, payload)]], next);
    }
    const each = (one: Start): Value => this.within(one, count, unit, interpretation);
    if ('when' in start) return choose([[start.when, each(start.made)]], each(start.otherwise));
    const pair = 'later' in start ? start.later : start.earlier;
    return 'later' in start ? greatest(...pair.map(each)) : least(...pair.map(each));
  }
}
