import type { Duty, Interpretation, Part, Row } from '../../src/rulebook/index.ts';
import { HOUR, type Timeline } from './timeline.ts';

/** What happened in one determination; instants are epoch ms, null is "has not happened". */
export type Happened = {
  readonly row: Row;
  readonly received: number;
  readonly information: number | null;
  readonly decided: number | null;
  readonly called: number | null;
  readonly original: { readonly row: Row; readonly received: number } | null;
};

/** Whether an act at an instant is in time, as one sentence of the time table has it. */
type Sentence = (at: number) => boolean;
type Start = number | null;

/**
 * The time table as sentences about an instant: “is an act at this instant in time?” Limits are not worked out: they are the
 * last instants at which all sentences of a cell still hold, and are searched for.
 */
export class InTime {
  readonly #line: Timeline;
  readonly #by: Interpretation;
  readonly #is: Happened;

  constructor(line: Timeline, interpretation: Interpretation, happened: Happened) {
    this.#line = line;
    this.#by = interpretation;
    this.#is = happened;
  }

  /** The last instant at which the act of a duty is in time; null where no sentence says when. */
  last(duty: Duty, part: Part): number | null {
    const sentences = this.#cell(this.#is.row, duty, part).filter((one) => one !== null);
    return sentences.length === 0 ? null : this.#line.lastInTime(this.#is.received, sentences);
  }

  /** “within 24 hours”: no more has elapsed, whatever clocks do. */
  #hours(count: number, start: Start): Sentence | null {
    return start === null ? null : (at) => at - start <= count * HOUR;
  }

  /** “14 calendar days”: midnight has not come more often, or by the clock: the day is not reached, or its hour not passed. */
  #calendarDays(count: number, start: Start, until: 'eod' | 'clock' | 'hours'): Sentence | null {
    if (start === null) return null;
    if (until === 'hours') return this.#hours(count * 24, start);
    const line = this.#line;
    const first = line.dayOf(start);
    if (until === 'eod') return (at) => line.dayOf(at) - first <= count;
    const same = line.showing(first + count, line.clock(start));
    return (at) => at <= same;
  }

  /** “within two business days”: not as many business days are over since the day from which they are counted. */
  #businessDays(count: number, start: Start): Sentence | null {
    if (start === null) return null;
    if (this.#by.bd_end === 'clock')
      throw new RangeError('no interpretation ends a business day by the clock');
    const line = this.#line;
    const before = line.workedThrough(this.#dayZero(start));
    const over = (at: number): number => {
      const day = line.dayOf(at);
      const closed = this.#by.bd_end === 'cob' && line.works(day) && line.hasClosed(at);
      return line.workedThrough(day - 1) + (closed ? 1 : 0);
    };
    return (at) => over(at) - before < count;
  }

  /** The day after which business days are counted: its own, unless the office would have taken it up on another. */
  #dayZero(start: number): number {
    const line = this.#line;
    const own = line.dayOf(start);
    const works = line.works(own);
    const stands = works
      ? this.#by.after_hours === 'same_day' || !line.hasClosed(start)
      : this.#by.nonbusiness_anchor === 'skip';
    let day = own;
    while (!stands && (day === own || !line.works(day))) day += 1;
    return day;
  }

  /** “24 hours/one calendar day”, “72 hours/three calendar days”. */
  #hoursOrDays(count: number, start: Start): Sentence | null {
    const { slash } = this.#by;
    const hours = this.#hours(count * 24, start);
    if (slash === 'hours') return hours;
    const days = this.#calendarDays(count, start, slash === 'eod' ? 'eod' : 'clock');
    return slash === 'lesser' ? (at) => hours?.(at) !== false && days?.(at) !== false : days;
  }

  /** When a receipt counts. */
  #receipt(at: number): number {
    return this.#by.receipt === 'arrival' ? at : this.#line.firstOpen(at);
  }

  /** “within … after all necessary information is in”, which is not before the request itself. */
  #afterInformation(businessDays: number): Sentence | null {
    const { information, received } = this.#is;
    if (information === null) return null;
    const [one, other] = [information, this.#receipt(received)].map((start) =>
      this.#businessDays(businessDays, start),
    );
    return (at) => one?.(at) === true || other?.(at) === true;
  }

  /** “not later than 14 calendar days after receipt”. */
  #cap(): Sentence | null {
    const { row, received, original } = this.#is;
    const again = row === 'reconsideration';
    if (again && this.#by.recon_cap === 'none') return null;
    const from =
      again && this.#by.recon_cap === 'recon_receipt'
        ? received
        : this.#receipt(original?.received ?? received);
    return this.#calendarDays(14, from, this.#by.calendar_days);
  }

  /** The decision, or the last moment at which one was lawful. */
  #decision(part: Part): Start {
    return this.#is.decided ?? this.last('decision', part);
  }

  /** The call from which letters are counted. */
  #call(part: Part): Start {
    const { called, decided } = this.#is;
    const { written_anchor: anchor, no_verbal_anchor: instead } = this.#by;
    if (called === null) {
      if (instead === 'none') return null;
      return instead === 'decision' ? decided : this.last('verbal', part);
    }
    const latest = anchor === 'capped_verbal' ? this.last('verbal', part) : null;
    return latest !== null && latest < called ? latest : called;
  }

  /** The sentences of one cell of the table. */
  #cell(row: Row, duty: Duty, part: Part): readonly (Sentence | null)[] {
    if (duty === 'decision') return this.#decisionCell(row);
    return duty === 'verbal' ? this.#callCell(row, part) : this.#letterCell(row, part);
  }

  #decisionCell(row: Row): readonly (Sentence | null)[] {
    const { received } = this.#is;
    switch (row) {
      case 'preservice-nonurgent':
      case 'retrospective':
        return [this.#afterInformation(2), this.#cap()];
      case 'concurrent-nonurgent':
        return [this.#afterInformation(1), this.#cap()];
      case 'preservice-urgent':
        return [this.#hoursOrDays(3, this.#receipt(received))];
      case 'concurrent-urgent':
        return [this.#hoursOrDays(1, this.#receipt(received))];
      case 'reconsideration':
        return [this.#businessDays(1, received)];
    }
  }

  #callCell(row: Row, part: Part): readonly (Sentence | null)[] {
    const { received } = this.#is;
    switch (row) {
      case 'preservice-nonurgent':
        return [this.#hours(24, this.#decision(part)), this.#cap()];
      case 'preservice-urgent':
        return [this.#hours(24, this.#decision(part)), this.#hoursOrDays(3, this.#receipt(received))];
      case 'concurrent-urgent':
        return [this.#hoursOrDays(1, this.#receipt(received))];
      case 'concurrent-nonurgent':
        return part === 'approval'
          ? [this.#businessDays(1, this.#decision(part)), this.#cap()]
          : [this.#hours(24, this.#decision(part)), this.#cap()];
      case 'retrospective':
        return [];
      case 'reconsideration':
        return [this.#businessDays(1, received)];
    }
  }

  #letterCell(row: Row, part: Part): readonly (Sentence | null)[] {
    const { original } = this.#is;
    if (row === 'reconsideration') return original ? this.#letterCell(original.row, part) : [];
    if (row === 'retrospective') return [this.#cap()];
    const call = this.#call(part);
    const capWhere = (...scopes: Interpretation['cap_scope'][]): Sentence | null =>
      scopes.includes(this.#by.cap_scope) ? this.#cap() : null;
    const nonurgent = row === 'preservice-nonurgent' || row === 'concurrent-nonurgent';
    if (part === 'approval')
      return [
        this.#businessDays(row === 'preservice-nonurgent' || row === 'preservice-urgent' ? 2 : 1, call),
        nonurgent ? capWhere('all') : null,
      ];
    if (row === 'preservice-nonurgent') return [this.#businessDays(1, call), this.#cap()];
    return [
      this.#businessDays(1, call),
      this.#calendarDays(3, call, this.#by.lesser3),
      nonurgent ? capWhere('all_denials', 'all') : null,
    ];
  }
}
