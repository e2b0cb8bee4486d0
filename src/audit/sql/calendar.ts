import {
  DAY_US,
  monthsAfter,
  monthsOf,
  NEVER_DAY,
  NEVER_US,
  timeOf,
  WorkDays,
  ZoneDays,
} from '../day-table.ts';
import { balanced, choose, compare, type Value } from '../expression/tree.ts';
import type { AuditPack } from '../pack/model.ts';
import type { SmallTable, TableName } from './plan.ts';

/** The table of local days. */
export const DAYS: TableName = { name: 'pp_day', key: 'day' };

type Payload = { readonly of: (day: number) => number; readonly never: number };

/**
 * The table of local days that a compiled query joins: whatever it asked for, such as the last instant of
 * the second business day after a day.
 */
export class Calendar {
  readonly zone: ZoneDays;
  readonly work: WorkDays;
  readonly opens: number;
  readonly closes: number;
  readonly #payloads = new Map<string, Payload>();

  constructor(pack: Pick<AuditPack, 'transitions' | 'holidays' | 'opens' | 'closes'>) {
    this.zone = new ZoneDays(pack.transitions);
    this.work = new WorkDays(pack.holidays);
    this.opens = timeOf(pack.opens);
    this.closes = timeOf(pack.closes);
  }

  #add(name: string, of: Payload['of'], never: number): string {
    const column = name.replaceAll('+', '_').replaceAll('-', 'm');
    if (!this.#payloads.has(column)) this.#payloads.set(column, { of, never });
    return column;
  }

  /** The same payload of the next business day. */
  nextDay(payload: string, holidays: string): string {
    const base = this.#payloads.get(payload);
    if (!base) throw new RangeError(`no payload ${payload}`);
    return this.#add(
      `${payload}_next_${holidays}`,
      (day) => base.of(this.work.moved(day, 1, holidays)),
      base.never,
    );
  }

  /** An instant's offset (µs), from the transitions between two instants. */
  offset(instant: Value, from: number, to: number): Value | number {
    return balanced<Value | number>(
      this.zone.between(from, to).map(({ offset, until }) => ({ value: offset, until })),
      (threshold, below, above) => choose([[compare(instant, '<', threshold), below]], above),
    );
  }

  /** The last microsecond of a day. */
  endOf(day: number): number {
    return this.zone.toInstant(day + 1, 0) - 1;
  }

  /** The n-th business day after a day. A day that is not worked may count as the next that is. */
  #nth(day: number, count: number, holidays: string, roll: boolean, late: boolean): number {
    let from = day;
    if (late && this.work.isWorked(from, holidays)) from = this.work.moved(from, 1, holidays);
    if (roll && !this.work.isWorked(from, holidays)) from = this.work.moved(from, 1, holidays);
    return this.work.moved(from, count, holidays);
  }

  /** The name of the payload: where the n-th business day after a day ends, opens or closes. */
  businessDay(
    at: 'end' | 'opens' | 'closes',
    count: number,
    how: { readonly holidays: string; readonly roll: boolean; readonly late: boolean },
  ): string {
    const name = `bd${count}_${at}_${how.holidays}${how.roll ? '_roll' : ''}${how.late ? '_late' : ''}`;
    return this.#add(
      name,
      (day) => {
        const last = this.#nth(day, count, how.holidays, how.roll, how.late);
        return at === 'end' ? this.endOf(last) : this.zone.toInstant(last, this[at]);
      },
      NEVER_US,
    );
  }

  /** Three payloads by which a local time on a target day becomes an instant: before `wall` add `first`, else `after`. */
  #sameClock(name: string, target: (day: number) => number): { wall: string; first: string; after: string } {
    const at = (day: number) => {
      const to = target(day);
      return { to, ...this.zone.ofLocal(to) };
    };
    return {
      wall: this.#add(`${name}_wall`, (day) => at(day).wall, 0),
      first: this.#add(`${name}_first`, (day) => at(day).to * DAY_US - at(day).before, NEVER_US),
      after: this.#add(`${name}_after`, (day) => at(day).to * DAY_US - at(day).after, NEVER_US),
    };
  }

  sameClockBusinessDay(count: number, holidays: string): { wall: string; first: string; after: string } {
    return this.#sameClock(`bdck${count}_${holidays}`, (day) =>
      this.#nth(day, count, holidays, false, false),
    );
  }
  sameClockDay(count: number): { wall: string; first: string; after: string } {
    return this.#sameClock(`ck${count}`, (day) => day + count);
  }
  dayEnd(count: number): string {
    return this.#add(`cd${count}`, (day) => this.endOf(day + count), NEVER_US);
  }
  dayStart(count: number): string {
    return this.#add(`ds${count}`, (day) => this.zone.toInstant(day + count, 0), NEVER_US);
  }
  monthEnd(count: number): string {
    return this.#add(`mo${count}`, (day) => this.endOf(monthsAfter(day, count)), NEVER_US);
  }
  monthStart(count: number): string {
    return this.#add(`ms${count}`, (day) => this.zone.toInstant(monthsAfter(day, count), 0), NEVER_US);
  }
  businessDayStart(count: number, holidays: string): string {
    return this.#add(
      `bs${count}_${holidays}`,
      (day) => this.zone.toInstant(this.work.moved(day, count, holidays), 0),
      NEVER_US,
    );
  }
  isWorked(holidays: string): string {
    return this.#add(`worked_${holidays}`, (day) => (this.work.isWorked(day, holidays) ? 1 : 0), 0);
  }
  openingOn(): string {
    return this.#add('opening', (day) => this.zone.toInstant(day, this.opens), NEVER_US);
  }
  nextOpening(holidays: string): string {
    return this.#add(
      `next_opening_${holidays}`,
      (day) => this.zone.toInstant(this.work.moved(day, 1, holidays), this.opens),
      NEVER_US,
    );
  }
  /** Months since the year 0 (see `monthsOf`); 0 for a day that never comes. */
  month(): string {
    return this.#add('month', monthsOf, 0);
  }

  /** A row for each local day between two, both included, and one for the day that never comes. */
  table(from: number, to: number): SmallTable {
    const payloads = [...this.#payloads];
    const rows: number[][] = [];
    for (let at = from; at <= to; at += 1) rows.push([at, ...payloads.map(([, { of }]) => of(at))]);
    const never = payloads.map(([, own]) => own.never);
    for (const day of [NEVER_DAY - 1, NEVER_DAY]) rows.push([day, ...never]);
    return { ...DAYS, columns: [DAYS.key, ...payloads.map(([name]) => name)], rows };
  }
}
