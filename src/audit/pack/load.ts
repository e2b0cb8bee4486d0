import { LineCounter, parseDocument } from 'yaml';
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
import { AUTHORIZATION_COLUMNS, AUTHORIZATION_KINDS } from './authorization.ts';
import { faultsOf } from './check.ts';
import { packSchema, type WrittenAnchor, type WrittenCondition, type WrittenPack } from './grammar.ts';
import {
  type Anchor,
  type AuditArm,
  type AuditClock,
  type AuditPack,
  type Column,
  type Condition,
  type Duty,
  type Test,
  UNITS,
  type Unit,
} from './model.ts';
import { AUTHORIZATION_DUTIES } from './time-table.ts';

/** A pack that cannot be used. Each line says where, what was seen, and what is allowed. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly faults: readonly string[];
  constructor(file: string, faults: readonly string[]) {
    super(faults.map((fault) => `${file}: ${fault}`).join('\n'));
    this.faults = faults;
  }
}

const ZONES: Readonly<Record<string, readonly ZoneTransition[]>> = {
  ...US_ZONES,
  UTC: [['2018-01-01T00:00:00Z', 0]],
};
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

function withinOf(written: string | readonly [number, Unit]): readonly [number, Unit] {
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

function packOf(written: WrittenPack): AuditPack {
  const authorization = written.use === 'authorization';
  const names = Object.entries(written.columns);
  const types: Types = new Map([
    ...(authorization ? AUTHORIZATION_COLUMNS.map(({ name, type }) => [name, type] as const) : []),
    ...names.map(([name, { type }]) => [name, type] as const),
  ]);
  const own = names.map(
    ([name, column]): Column => ({
      name,
      type: column.type,
      required: typeof column.required === 'boolean' ? column.required : conditionOf(column.required, types),
      means: column.means,
      ...(column.values === undefined ? {} : { values: column.values }),
      ...(column.counts === undefined ? {} : { counts: conditionOf(column.counts, types) }),
    }),
  );
  const duties = Object.entries(written.duties).map(([name, { title, stops, follows }]): Duty => {
    const take = typeof stops === 'object' && 'last' in stops ? 'last' : 'first';
    const columns = typeof stops === 'string' ? [stops] : 'last' in stops ? stops.last : stops.first;
    return { name, title, follows, stop: { columns, take } };
  });
  const replaced = new Set([...own.map(({ name }) => name)]);
  const named = new Set(duties.map(({ name }) => name));
  const used = new Set(written.clocks.map(({ duty }) => duty));
  return {
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
    columns: [
      ...(authorization ? AUTHORIZATION_COLUMNS.filter(({ name }) => !replaced.has(name)) : []),
      ...own,
    ],
    key: keyOf(written, authorization),
    received: written.received ?? (authorization ? 'received_at' : ''),
    scope: conditionOf(written.scope, types),
    kinds:
      written.kinds.length > 0 || !authorization
        ? written.kinds.map(({ name, when }) => ({ name, when: conditionOf(when, types) }))
        : AUTHORIZATION_KINDS,
    ...(written.closed
      ? { closed: { column: written.closed.column, when: conditionOf(written.closed.when, types) } }
      : authorization
        ? {
            closed: {
              column: 'closed_at',
              when: [{ outcome: { in: ['closed', 'withdrawn'] }, decided_at: { present: false } }],
            },
          }
        : {}),
    duties: [
      ...(authorization
        ? AUTHORIZATION_DUTIES.filter(({ name }) => !named.has(name) && used.has(name))
        : []
      ).map((duty) => ({
        ...duty,
        follows: duty.follows.filter((name) => used.has(name)),
      })),
      ...duties,
    ],
    clocks: written.clocks.map((clock) => clockOf(clock, written, types)),
    order: [
      ...(authorization ? [{ column: 'decided_at', notBefore: 'received_at' }] : []),
      ...written.order.map(({ column, not_before }) => ({ column, notBefore: not_before })),
    ],
    by: written.by.length > 0 || !authorization ? written.by : ['line_of_business', 'urgency', 'delegate'],
  };
}

function keyOf({ key }: WrittenPack, authorization: boolean): AuditPack['key'] {
  if (key) return key.number === undefined ? { case: key.case } : { case: key.case, number: key.number };
  return authorization ? { case: 'case_id', number: 'decision_no' } : { case: '' };
}

/** Reads a pack. Throws PackError with every fault, each with its line. */
export function loadPack(file: string, text: string): AuditPack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  if (document.errors.length > 0) {
    throw new PackError(
      file,
      document.errors.map(
        ({ message, linePos }) => `line ${linePos?.[0].line ?? 1}: ${message.split('\n')[0]}`,
      ),
    );
  }
  const parsed = packSchema.safeParse(document.toJS());
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length) as (string | number)[], true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  if (!parsed.success) {
    throw new PackError(
      file,
      parsed.error.issues.map(
        ({ path, message }) => `line ${lineOf(path)}: ${path.join('.') || 'the pack'}: ${message}`,
      ),
    );
  }
  const pack = packOf(parsed.data);
  const faults = faultsOf(pack).map(({ path, says }) => `line ${lineOf(path)}: ${says}`);
  if (typeof parsed.data.zone === 'string' && !ZONES[parsed.data.zone]) {
    faults.push(
      `line ${lineOf(['zone'])}: no zone ${parsed.data.zone} is frozen here; use ${Object.keys(ZONES).join(', ')}, or list the zone's transitions as [instant, minutes east of UTC]`,
    );
  }
  const unit = parsed.data.clocks
    .flatMap(({ arms }) => arms)
    .find(({ within }) => typeof within === 'string' && !UNITS.includes(withinOf(within)[1]));
  if (unit) faults.push(`a limit is "${String(unit.within)}"; units are ${UNITS.join(', ')}`);
  if (faults.length > 0) throw new PackError(file, faults);
  return pack;
}
