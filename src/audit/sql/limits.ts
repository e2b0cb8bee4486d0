import type { Interpretation } from '../../rulebook/index.ts';
import { DAY_US, NEVER_US } from '../day-table.ts';
import type { Unit } from '../pack/model.ts';
import type { Calendar } from './calendar.ts';
import type { Plan } from './plan.ts';

const HOUR_US = 3_600_000_000;
const MINUTE_US = 60_000_000;

/**
 * Where a limit starts: a column of microseconds, or made of others. Limits never come earlier when their
 * start comes later, so the limit of the later of two starts is the later of their limits.
 */
export type Start =
  | { readonly column: string }
  | { readonly never: true }
  | { readonly receipt: string }
  | { readonly later: readonly [Start, Start] }
  | { readonly earlier: readonly [Start, Start] }
  | { readonly when: string; readonly made: Start; readonly otherwise: Start };

/** Time limits as SQL expressions over microseconds. */
export class Limits {
  readonly #plan: Plan;
  readonly #calendar: Calendar;
  readonly #span: readonly [from: number, to: number];

  /** `span` holds every instant that is counted from. */
  constructor(plan: Plan, calendar: Calendar, span: readonly [from: number, to: number]) {
    this.#plan = plan;
    this.#calendar = calendar;
    this.#span = span;
  }

  #local(instant: string): string {
    return this.#plan.column(`(${instant} + ${this.#calendar.offsetSql(instant, ...this.#span)})`, 'local');
  }

  /** The local day (days since 1970) of an instant, as a column. */
  day(instant: string): string {
    return this.#plan.column(this.#plan.dialect.divide(this.#local(instant), DAY_US), 'day');
  }

  /** Local time (µs since midnight) of an instant. */
  #wall(instant: string): string {
    return this.#plan.column(`(${this.#local(instant)} - ${this.day(instant)} * ${DAY_US})`, 'wall');
  }

  /** A payload of the local day of an instant. */
  of(instant: string, payload: string): string {
    return this.#plan.lookup('pp_day', this.day(instant), payload);
  }

  #sameClock(instant: string, names: { wall: string; first: string; after: string }): string {
    const wall = this.#wall(instant);
    const [changes, first, then] = [names.wall, names.first, names.after].map((name) =>
      this.of(instant, name),
    );
    return `LEAST(${wall} + CASE WHEN ${wall} < ${changes} THEN ${first} ELSE ${then} END, ${NEVER_US})`;
  }

  #businessDays(instant: string, count: number, interpretation: Interpretation): string {
    const { holidays } = interpretation;
    const roll = interpretation.nonbusiness_anchor === 'roll';
    const laterDay = interpretation.after_hours === 'next_bd';
    const afterClose = (): string => `${this.#wall(instant)} > ${this.#calendar.closes}`;
    const end = (at: 'end' | 'opens' | 'closes', late: boolean): string =>
      this.of(instant, this.#calendar.businessDay(at, count, { holidays, roll, late }));
    const worked = (): string => `${this.of(instant, this.#calendar.isWorked(holidays))} = 1`;
    if (interpretation.bd_end !== 'clock') {
      const at = interpretation.bd_end === 'eod' ? 'end' : 'closes';
      return laterDay
        ? `CASE WHEN ${afterClose()} THEN ${end(at, true)} ELSE ${end(at, false)} END`
        : end(at, false);
    }
    const same = this.#sameClock(instant, this.#calendar.sameClockBusinessDay(count, holidays));
    const moved = laterDay ? `WHEN ${worked()} AND ${afterClose()} THEN ${end('opens', true)} ` : '';
    return `CASE ${moved}WHEN ${worked()} THEN ${same} ELSE ${end(roll ? 'opens' : 'end', false)} END`;
  }

  #elapsed(instant: string, micros: number): string {
    return micros < 0
      ? `CASE WHEN ${instant} >= ${NEVER_US} THEN ${NEVER_US} ELSE ${instant} - ${-micros} END`
      : `LEAST(${instant} + ${micros}, ${NEVER_US})`;
  }

  #calendarDays(instant: string, count: number, until: 'eod' | 'clock' | 'hours'): string {
    if (until === 'hours') return this.#elapsed(instant, count * DAY_US);
    return until === 'eod'
      ? this.of(instant, this.#calendar.dayEnd(count))
      : this.#sameClock(instant, this.#calendar.sameClockDay(count));
  }

  #ofColumn(instant: string, count: number, unit: Unit, interpretation: Interpretation): string {
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
        return `LEAST(${this.#elapsed(instant, count * DAY_US)}, ${clock})`;
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
  #inTime(instant: string, { holidays }: Interpretation): string {
    const worked = this.of(instant, this.#calendar.isWorked(holidays));
    return `${worked} = 1 AND ${this.#wall(instant)} <= ${this.#calendar.closes}`;
  }

  /** A start as one column. */
  column(start: Start, interpretation: Interpretation): string {
    if ('column' in start) return start.column;
    if ('never' in start) return this.#plan.column(`${NEVER_US}`, 'never');
    if ('receipt' in start) {
      if (interpretation.receipt === 'arrival') return start.receipt;
      const opening = this.of(start.receipt, this.#calendar.openingOn());
      const next = this.of(start.receipt, this.#calendar.nextOpening(interpretation.holidays));
      const own = `GREATEST(${start.receipt}, ${opening})`;
      return this.#plan.column(
        `CASE WHEN ${this.#inTime(start.receipt, interpretation)} THEN ${own} ELSE ${next} END`,
        'receipt',
      );
    }
    if ('when' in start) {
      const [made, otherwise] = [
        this.column(start.made, interpretation),
        this.column(start.otherwise, interpretation),
      ];
      return this.#plan.column(`CASE WHEN ${start.when} THEN ${made} ELSE ${otherwise} END`, 'start');
    }
    const pair = 'later' in start ? start.later : start.earlier;
    const [a, b] = pair.map((each) => this.column(each, interpretation));
    return this.#plan.column(`${'later' in start ? 'GREATEST' : 'LEAST'}(${a}, ${b})`, 'start');
  }

  /** The first microsecond that is not before so much after a start: of its day, where days are counted. */
  earliest(start: Start, count: number, unit: Unit, interpretation: Interpretation): string {
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

  /** The last microsecond that is within so much of a start; NEVER_US where there is no start. */
  within(start: Start, count: number, unit: Unit, interpretation: Interpretation): string {
    if ('never' in start) return `${NEVER_US}`;
    if ('column' in start) return this.#ofColumn(start.column, count, unit, interpretation);
    const byDay = this.#byDay(count, unit, interpretation);
    if (byDay === null && !('when' in start))
      return this.#ofColumn(this.column(start, interpretation), count, unit, interpretation);
    if ('receipt' in start) {
      if (interpretation.receipt === 'arrival')
        return this.#ofColumn(start.receipt, count, unit, interpretation);
      const payload = byDay ?? '';
      const next = this.of(start.receipt, this.#calendar.nextDay(payload, interpretation.holidays));
      return `CASE WHEN ${this.#inTime(start.receipt, interpretation)} THEN ${this.of(start.receipt, payload)} ELSE ${next} END`;
    }
    const each = (one: Start): string => this.within(one, count, unit, interpretation);
    if ('when' in start)
      return `CASE WHEN ${start.when} THEN ${each(start.made)} ELSE ${each(start.otherwise)} END`;
    const pair = 'later' in start ? start.later : start.earlier;
    return `${'later' in start ? 'GREATEST' : 'LEAST'}(${pair.map(each).join(', ')})`;
  }
}
