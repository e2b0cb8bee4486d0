import {
  FEDERAL_HOLIDAYS,
  type Holiday,
  MASSACHUSETTS_HOLIDAYS,
  READINGS,
  type Reading,
  type ReadingName,
  SUFFOLK_HOLIDAYS,
  US_ZONES,
  type ZoneTransition,
} from '../../rulebook/index.ts';
import { AUTHORIZATION } from './authorization.ts';
import type { WrittenAnchor, WrittenCondition, WrittenPack } from './grammar.ts';
import type {
  Anchor,
  AuditArm,
  AuditClock,
  AuditPack,
  Column,
  Condition,
  Duty,
  Layout,
  Test,
  Unit,
} from './model.ts';

/** Zones that a pack may name. */
export const ZONES: Readonly<Record<string, readonly ZoneTransition[]>> = {
  ...US_ZONES,
  UTC: [['2018-01-01T00:00:00Z', 0]],
};
/** Local dates between which the shipped holidays and zones are complete. */
export const FROZEN = { from: '2019-01-01', to: '2036-10-31' } as const;
const HOLIDAYS = {
  'us-federal': FEDERAL_HOLIDAYS,
  massachusetts: MASSACHUSETTS_HOLIDAYS,
  suffolk: SUFFOLK_HOLIDAYS,
} as const;

type Types = ReadonlyMap<string, Column['type']>;

type WrittenTest = string | string[] | { not: string | string[] } | { after: string };

function testOf(name: string, written: WrittenTest, types: Types): Test {
  if (typeof written === 'object' && !Array.isArray(written)) {
    if ('after' in written) return { after: String(written.after) };
    const not = (written as { not: string | string[] }).not;
    return { not: Array.isArray(not) ? not : [not] };
  }
  const values = Array.isArray(written) ? written.map(String) : [String(written)];
  const [only] = values;
  if (
    values.length === 1 &&
    (only === 'present' || only === 'absent') &&
    (types.get(name) === 'instant' || name !== 'kind')
  ) {
    return { present: only === 'present' };
  }
  return { in: values };
}

function conditionOf(written: WrittenCondition, types: Types): Condition {
  const alternatives =
    'any' in written && Array.isArray(written.any)
      ? (written.any as Record<string, never>[])
      : [written as Record<string, never>];
  const read = alternatives.map((all) =>
    Object.fromEntries(Object.entries(all).map(([name, test]) => [name, testOf(name, test, types)])),
  );
  return read.length === 1 && Object.keys(read[0] ?? {}).length === 0 ? [] : read;
}

const anchorOf = (written: WrittenAnchor): Anchor => {
  if (typeof written === 'string') return { column: written };
  if ('later' in written) return { later: [anchorOf(written.later[0]), anchorOf(written.later[1])] };
  if ('column' in written)
    return written.else === undefined
      ? { column: written.column }
      : { column: written.column, else: anchorOf(written.else) };
  return written;
};

/** A limit as it was written: its count and its unit. */
export function withinOf(written: string | readonly [number, Unit]): readonly [number, Unit] {
  if (typeof written !== 'string') return written;
  const [count, unit] = written.split(' ');
  return [Number(count), unit as Unit];
}

function clockOf(written: WrittenPack['clocks'][number], pack: WrittenPack, types: Types): AuditClock {
  const arms = written.arms.map(
    (arm): AuditArm => ({
      rule: arm.rule ?? written.rule,
      within: withinOf(arm.within),
      of: anchorOf(arm.of),
    }),
  );
  const { extension } = written;
  return {
    duty: written.duty,
    ...(written.part === undefined ? {} : { part: written.part }),
    applies: conditionOf(written.applies, types),
    arms,
    from: written.from ?? pack.calendar.from,
    ...(written.until === undefined ? {} : { until: written.until }),
    cite: written.cite,
    confirmed: written.confirmed,
    ...(written.silence === undefined ? {} : { silence: written.silence }),
    ...(written.not_before === undefined ? {} : { notBefore: written.not_before }),
    ...(extension === undefined
      ? {}
      : {
          extension: {
            until: extension.until,
            atMost: withinOf(extension.at_most),
            ...(extension.grounds === undefined ? {} : { grounds: extension.grounds }),
            ...(extension.notice === undefined ? {} : { notice: extension.notice }),
          },
        }),
  };
}

function readingsOf({ readings }: WrittenPack): AuditPack['readings'] {
  if (readings === 'standard') return READINGS;
  const of = (name: ReadingName): Reading => ({
    ...READINGS.default,
    ...(readings?.default as Partial<Reading> | undefined),
    ...(readings?.[name] as Partial<Reading> | undefined),
  });
  return { default: of('default'), strict: of('strict'), lenient: of('lenient') };
}

/** Holidays of a pack of one's own count under every choice of the knob, except where the shipped tables are used. */
function holidaysOf({ calendar }: WrittenPack): AuditPack['holidays'] {
  const own = calendar.holidays.map(
    (holiday): Holiday => (typeof holiday === 'string' ? [holiday, 'closed'] : [holiday[0], holiday[1]]),
  );
  const used = (name: keyof typeof HOLIDAYS): readonly Holiday[] =>
    calendar.use.includes(name) ? HOLIDAYS[name] : [];
  return {
    fed: [...used('us-federal'), ...own],
    ma: [...used('massachusetts'), ...own],
    suffolk: [...used('suffolk'), ...own],
  };
}

const NOTHING: Layout = {
  columns: [],
  key: { case: '' },
  received: '',
  kinds: [],
  duties: [],
  order: [],
  contradictions: [],
  by: [],
};

const named = <T extends { readonly name: string }>(base: readonly T[], own: readonly T[]): readonly T[] => [
  ...base.filter(({ name }) => !own.some((other) => other.name === name)),
  ...own,
];

function dutyOf([name, { title, stops, follows }]: [string, WrittenPack['duties'][string]]): Duty {
  const take = typeof stops === 'object' && 'last' in stops ? 'last' : 'first';
  const columns = typeof stops === 'string' ? [stops] : 'last' in stops ? stops.last : stops.first;
  return { name, title, follows, stop: { columns, take } };
}

/** The layout of a pack: what it takes over, with what it says itself in the place of that. */
function layoutOf(written: WrittenPack, base: Layout, types: Types): Layout {
  const columns = Object.entries(written.columns).map(
    ([name, column]): Column => ({
      name,
      type: column.type,
      required: typeof column.required === 'boolean' ? column.required : conditionOf(column.required, types),
      means: column.means,
      ...(column.values === undefined ? {} : { values: column.values }),
      ...(column.counts === undefined ? {} : { counts: conditionOf(column.counts, types) }),
    }),
  );
  const used = new Set(written.clocks.map(({ duty }) => duty));
  const kinds = written.kinds.map(({ name, when }) => ({ name, when: conditionOf(when, types) }));
  const order = written.order.map(({ column, not_before }) => ({ column, notBefore: not_before }));
  const { key, closed } = written;
  const duties = base.duties
    .filter(({ name }) => used.has(name))
    .map((duty) => ({ ...duty, follows: duty.follows.filter((name) => used.has(name)) }));
  return {
    ...base,
    columns: named(base.columns, columns),
    ...(key
      ? { key: key.number === undefined ? { case: key.case } : { case: key.case, number: key.number } }
      : {}),
    ...(written.received === undefined ? {} : { received: written.received }),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(closed ? { closed: { column: closed.column, when: conditionOf(closed.when, types) } } : {}),
    duties: named(duties, Object.entries(written.duties).map(dutyOf)),
    order: [...base.order, ...order],
    ...(written.by.length > 0 ? { by: written.by } : {}),
  };
}

/** The pack that was written, as the audit judges by it. */
export function packOf(written: WrittenPack): AuditPack {
  const base = written.use === 'authorization' ? AUTHORIZATION : NOTHING;
  const types: Types = new Map([
    ...base.columns.map(({ name, type }) => [name, type] as const),
    ...Object.entries(written.columns).map(([name, { type }]) => [name, type] as const),
  ]);
  return {
    ...layoutOf(written, base, types),
    id: written.pack,
    title: written.title,
    dated: written.dated,
    law: written.law,
    zone: typeof written.zone === 'string' ? written.zone : 'as the pack says',
    transitions: typeof written.zone === 'string' ? (ZONES[written.zone] ?? []) : written.zone,
    opens: written.hours.opens,
    closes: written.hours.closes,
    holidays: holidaysOf(written),
    calendar: { from: written.calendar.from, to: written.calendar.to },
    readings: readingsOf(written),
    scope: conditionOf(written.scope, types),
    clocks: written.clocks.map((clock) => clockOf(clock, written, types)),
  };
}
