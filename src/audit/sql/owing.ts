import { dayOf } from '../day-table.ts';
import { low } from '../expression/columns.ts';
import {
  all,
  any,
  type Column,
  choose,
  column,
  comes,
  compare,
  plus,
  type Test,
  times,
  type Value,
} from '../expression/tree.ts';
import type { AuditClock, AuditPack } from '../pack/model.ts';
import type { Calendar } from './calendar.ts';
import { cellsOf, standsIn } from './cells.ts';
import { type Plan, type SetUp, type SmallTable, setUpOf, type TableName } from './plan.ts';
import { needsParent, type Slot } from './slots.ts';

const KINDS: TableName = { name: 'pp_kind', key: 'cell' };
const CELLS: TableName = { name: 'pp_cell', key: 'cell' };

/** What each cell owes, worked out once for a pack. */
const known = new WeakMap<AuditPack, number[][]>();

/** Which rows are judged rightly: those that are decided, told and plain, or all. */
export type Rows = 'ordinary' | 'all';

/**
 * What each row owes, looked up: the few things that conditions look at make one number, and a table
 * written by evaluating every condition for every such number says which clock binds which slot.
 */
export class Owing {
  readonly #plan: Plan;
  readonly #pack: AuditPack;
  readonly #calendar: Calendar;
  readonly #slots: readonly Slot[];
  readonly #key: Column;
  readonly tables: SmallTable[] = [];
  readonly #needed: readonly string[];

  constructor(options: {
    readonly plan: Plan;
    readonly pack: AuditPack;
    readonly calendar: Calendar;
    readonly slots: readonly Slot[];
    readonly laterEnd: (column: string) => string;
  }) {
    const { plan, pack, calendar, slots, laterEnd } = options;
    this.#plan = plan;
    this.#pack = pack;
    this.#calendar = calendar;
    this.#slots = slots;
    this.#needed = [...new Set(pack.clocks.flatMap(standsIn))];
    const kinds = cellsOf(
      pack,
      pack.kinds.map(({ when }) => when),
      { laterEnd },
    );
    this.tables.push({
      ...KINDS,
      columns: [KINDS.key, 'kind'],
      rows: Array.from({ length: kinds.size }, (_, cell) => [
        cell,
        pack.kinds.findIndex(({ when }) => kinds.at(cell, when)) + 1,
      ]),
    });
    const kind =
      pack.kinds.length === 0
        ? choose([], 0)
        : plan.lookup(KINDS, plan.column(kinds.key, 'kind_cell'), 'kind');
    this.#key = this.#cells(kind, laterEnd);
  }

  #periods(): { readonly number: Value; readonly starts: readonly string[] } {
    const dates = this.#pack.clocks.flatMap(({ from, until }) => [
      ...(from > this.#pack.calendar.from ? [from] : []),
      ...(until ? [nextDate(until)] : []),
    ]);
    const starts = [...new Set(dates)].sort();
    const received = column(low(this.#pack.received));
    const at = (date: string): number => this.#calendar.zone.toInstant(dayOf(date), 0);
    const cases = starts.map((date, index) => [compare(received, '<', at(date)), index] as const);
    return { number: choose(cases, starts.length), starts };
  }

  #cells(kind: Value, laterEnd: (column: string) => string): Column {
    const pack = this.#pack;
    const conditions = [
      ...pack.clocks.map(({ applies }) => applies),
      ...(pack.closed ? [pack.closed.when] : []),
      ...pack.duties.flatMap(({ unsure }) => (unsure ? [unsure] : [])),
    ];
    const cells = cellsOf(pack, conditions, { laterEnd, kind });
    const { number, starts } = this.#periods();
    const size = cells.size * (starts.length + 1);
    if (size > 400_000)
      throw new RangeError(
        `the conditions of the pack ${pack.id} distinguish ${size} kinds of rows; 400000 are allowed`,
      );
    const rows = known.get(pack) ?? [];
    known.set(pack, rows);
    for (let cell = rows.length; cell < size; cell += 1) {
      const day = starts[Math.floor(cell / cells.size) - 1] ?? pack.calendar.from;
      const inForce = ({ from, until }: AuditClock): boolean =>
        from <= day && (until === undefined || day <= until);
      rows.push([cell, ...this.#row(inForce, (condition) => cells.at(cell % cells.size, condition))]);
    }
    this.tables.push({ ...CELLS, columns: [CELLS.key, ...this.#columns()], rows });
    const key = starts.length === 0 ? cells.key : plus(cells.key, times(cells.size, number));
    return this.#plan.column(key, 'cell');
  }

  #columns(): string[] {
    return [
      ...this.#slots.map(({ index }) => `clock_${index}`),
      'closed',
      'ordinary',
      ...this.#pack.duties.map((_, index) => `unsure_${index}`),
      ...this.#needed.map((_, index) => `needs_${index}`),
    ];
  }

  #row(
    inForce: (clock: AuditClock) => boolean,
    holds: (condition: AuditClock['applies']) => boolean,
  ): number[] {
    const pack = this.#pack;
    const clocks: AuditClock[] = [];
    let plain = true;
    const numbers = this.#slots.map((slot) => {
      const own = slot.clocks.filter((clock) => inForce(clock) && holds(clock.applies));
      const clock = own[slot.place];
      if (clock) {
        clocks.push(clock);
        plain &&= slot.place === 0 && !needsParent(clock);
        return slot.clocks.indexOf(clock) + 1;
      }
      const lost = slot.orphans.filter(
        (orphan) =>
          own.length === 0 && inForce(orphan) && !holds(orphan.applies) && holds(withoutParent(orphan)),
      );
      const orphan = lost[slot.place];
      if (!orphan) return 0;
      plain = false;
      return slot.clocks.length + 1 + slot.orphans.indexOf(orphan);
    });
    const closed = pack.closed !== undefined && holds(pack.closed.when);
    const unsure = pack.duties.map((duty) => duty.unsure !== undefined && holds(duty.unsure));
    const ordinary = plain && !closed && !unsure.includes(true);
    const needs = this.#needed.map((column) => clocks.some((clock) => standsIn(clock).includes(column)));
    return [...numbers, ...[closed, ordinary, ...unsure, ...needs].map(Number)];
  }

  #of(payload: string): Column {
    return this.#plan.lookup(CELLS, this.#key, payload);
  }

  /** The number of the clock that binds a slot: 0 is none; after the clocks come the orphans. */
  clock({ index }: Slot): Column {
    return this.#of(`clock_${index}`);
  }
  /** Whether the row was closed without a decision. */
  closed(): Test {
    return compare(this.#of('closed'), '=', 1);
  }
  /** Whether the log leaves open if a duty is owed. */
  unsure({ duty }: Slot): Test {
    return compare(this.#of(`unsure_${this.#pack.duties.indexOf(duty)}`), '=', 1);
  }

  /** Whether nothing stands in for anything, so that the short way of counting is enough. */
  ordinary(): Test {
    const needs = this.#needed.map((name, index) =>
      any(compare(this.#of(`needs_${index}`), '=', 0), comes(column(low(name)))),
    );
    return this.#plan.test(all(compare(this.#of('ordinary'), '=', 1), ...needs), 'ordinary');
  }

  setUp(temporary: string): SetUp[] {
    return this.tables.map((table) => setUpOf(table, temporary));
  }
}

const nextDate = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const parentless = new WeakMap<AuditClock, AuditClock['applies']>();

/** A condition without what it asks of the parent, which is always the same object. */
function withoutParent(clock: AuditClock): AuditClock['applies'] {
  const own =
    parentless.get(clock) ??
    clock.applies.map((all) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'parent.kind')),
    );
  parentless.set(clock, own);
  return own;
}
