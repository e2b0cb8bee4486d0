import {
  type Counting,
  nextOpening,
  type OfficeCalendar,
  withinBusinessDays,
  withinCalendarDays,
  withinHours,
} from '../../calendar/calendar.ts';
import {
  type Anchor,
  type Arm,
  armsOf,
  clockOf,
  type Duty,
  INTERPRETATION_NAMES,
  type Interpretation,
  type Pack,
  type Part,
  type Row,
} from '../../rulebook/index.ts';
import type { RuleId } from '../../rulebook/rule-ids.ts';

/** What the desk knows of a determination. Instants are epoch milliseconds; null is "not yet". */
export type Facts = {
  readonly row: Row;
  readonly received: number;
  readonly information: number | null;
  readonly decided: number | null;
  readonly called: number | null;
  /** Only for a reconsideration: the row and receipt of the request that is reconsidered. */
  readonly original?: { readonly row: Row; readonly received: number };
};

export type ArmLimit = { readonly rule: RuleId; readonly at: number };

const calendars = new WeakMap<Pack, Map<string, OfficeCalendar>>();

/** The office calendar of a pack under a `holidays` setting. */
export function calendarOf(pack: Pack, choice: Interpretation['holidays']): OfficeCalendar {
  const known = calendars.get(pack) ?? new Map<string, OfficeCalendar>();
  calendars.set(pack, known);
  const cached = known.get(choice);
  if (cached) return cached;
  const names = choice === 'none' ? [] : choice.split('+');
  const calendar: OfficeCalendar = {
    zone: pack.zone,
    holidays: new Set(names.flatMap((name) => pack.holidays[name]?.map(([date]) => date) ?? [])),
    opens: pack.opens,
    closes: pack.closes,
  };
  known.set(choice, calendar);
  return calendar;
}

const counted = new WeakMap<OfficeCalendar, WeakMap<Interpretation, Map<string, number>>>();

/** A count of time, kept: the same instants come back with every act on a request. */
function count(calendar: OfficeCalendar, interpretation: Interpretation, arm: Arm, from: number): number {
  const ofCalendar = counted.get(calendar) ?? new WeakMap<Interpretation, Map<string, number>>();
  counted.set(calendar, ofCalendar);
  const known = ofCalendar.get(interpretation) ?? new Map<string, number>();
  ofCalendar.set(interpretation, known);
  const key = `${arm.within.join(' ')} ${from}`;
  const limit = known.get(key) ?? countAnew(calendar, interpretation, arm, from);
  if (known.size < 50_000) known.set(key, limit);
  return limit;
}

function countAnew(calendar: OfficeCalendar, interpretation: Interpretation, arm: Arm, from: number): number {
  const [amount, unit] = arm.within;
  const counting: Counting = interpretation;
  switch (unit) {
    case 'business-days':
      return withinBusinessDays(calendar, from, amount, counting);
    case 'calendar-days':
      return withinCalendarDays(calendar, from, amount, interpretation.calendar_days);
    case 'lesser-calendar-days':
      return withinCalendarDays(calendar, from, amount, interpretation.lesser3);
    case 'minutes':
      return withinHours(from, amount / 60);
    case 'hours':
      return withinHours(from, amount);
    case 'months':
      throw new RangeError('a portal has no limit in months');
    case 'hours-or-calendar-days':
      if (interpretation.slash === 'hours') return withinHours(from, amount * 24);
      if (interpretation.slash !== 'lesser')
        return withinCalendarDays(calendar, from, amount, interpretation.slash);
      return Math.min(withinHours(from, amount * 24), withinCalendarDays(calendar, from, amount, 'clock'));
  }
}

/** The limits that one interpretation gives for the duties of one determination. */
class LimitsOfInterpretation {
  readonly #pack: Pack;
  readonly #interpretation: Interpretation;
  readonly #facts: Facts;
  readonly #calendar: OfficeCalendar;

  constructor(pack: Pack, interpretation: Interpretation, facts: Facts) {
    this.#pack = pack;
    this.#interpretation = interpretation;
    this.#facts = facts;
    this.#calendar = calendarOf(pack, interpretation.holidays);
  }

  #receipt(instant: number): number {
    return this.#interpretation.receipt === 'arrival' ? instant : nextOpening(this.#calendar, instant);
  }

  /** The instant of a fact; null while it has not happened. */
  #at(fact: string): number | null {
    const { received, information, decided, called, original } = this.#facts;
    const known: Readonly<Record<string, number | null | undefined>> = {
      received,
      'information-complete': information,
      decided,
      'verbal-notice': called,
      'parent.received': original?.received,
    };
    return known[fact] ?? null;
  }

  #start(of: Anchor, part: Part): number | null {
    if ('receipt' in of) {
      const received = this.#at(of.receipt);
      return received === null ? null : this.#receipt(received);
    }
    if ('due' in of) return this.due(of.due, part);
    if ('notice' in of) return this.#letterStart(of, part);
    if ('later' in of) {
      const both = of.later.map((one) => this.#start(one, part)).filter((at) => at !== null);
      return both.length === of.later.length ? Math.max(...both) : null;
    }
    if ('reconsidered' in of) {
      if (this.#interpretation.recon_cap === 'none') return null;
      return this.#interpretation.recon_cap === 'recon_receipt'
        ? this.#at(of.reconsidered)
        : this.#start({ receipt: of.original }, part);
    }
    return this.#at(of.fact) ?? (of.else ? this.#start(of.else, part) : null);
  }

  #letterStart(of: Extract<Anchor, { notice: string }>, part: Part): number | null {
    const called = this.#at(of.notice);
    if (called === null) {
      if (this.#interpretation.no_verbal_anchor === 'none') return null;
      return this.#interpretation.no_verbal_anchor === 'decision'
        ? this.#at(of.decided)
        : this.due(of.duty, part);
    }
    const due = this.#interpretation.written_anchor === 'capped_verbal' ? this.due(of.duty, part) : null;
    return due === null ? called : Math.min(called, due);
  }

  #cell(duty: string, part: Part): readonly Arm<RuleId>[] {
    const { clocks } = this.#pack;
    const { row, original } = this.#facts;
    const clock = clockOf(clocks, row, duty, part);
    return clock ? armsOf(clock, original ? clockOf(clocks, original.row, duty, part) : undefined) : [];
  }

  /** Every arm of a duty that has a limit. */
  arms(duty: string, part: Part): ArmLimit[] {
    return this.#cell(duty, part).flatMap((arm) => {
      if (arm.capScope && !arm.capScope.includes(this.#interpretation.cap_scope)) return [];
      const from = this.#start(arm.of, part);
      return from === null
        ? []
        : [{ rule: arm.rule, at: count(this.#calendar, this.#interpretation, arm, from) }];
    });
  }

  /** The earliest arm's limit, or null where a duty has none. */
  due(duty: string, part: Part): number | null {
    const limits = this.arms(duty, part).map(({ at }) => at);
    return limits.length === 0 ? null : Math.min(...limits);
  }
}

/** One list of arm limits for each interpretation of the pack. */
export const armLimits = (pack: Pack, facts: Facts, duty: Duty, part: Part): readonly ArmLimit[][] =>
  INTERPRETATION_NAMES.map((name) =>
    new LimitsOfInterpretation(pack, pack.interpretations[name], facts).arms(duty, part),
  );
