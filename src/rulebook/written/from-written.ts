import { HOLIDAY_TABLES, LAYOUTS, ZONES } from '../calendars.data.ts';
import type { Holiday } from '../calendars.ts';
import type { Anchor, Arm, Clock, Condition, Misreading, Test, Unit, Within } from '../clock.ts';
import type { PlanFigures } from '../figures.ts';
import { INTERPRETATIONS, type Interpretation, type InterpretationName } from '../interpretation.ts';
import type { Fact, Layout, PackDuty, PartRule, RulePack } from '../pack.ts';
import type { PackRuleId } from '../pack-rule-id.ts';
import {
  figuresSchema,
  type WrittenAnchor,
  type WrittenCondition,
  type WrittenLayout,
  type WrittenPack,
} from './grammar.ts';

type WrittenTest = string | string[] | { not: string | string[] } | { after: string };

const listed = (one: string | string[]): string[] => (Array.isArray(one) ? one : [one]);

/** Reads what is written by the names of facts: a column of the layout may stand for its fact. */
class Reader {
  readonly #factOf: ReadonlyMap<string, string>;
  readonly #starts: ReadonlyMap<string, WrittenAnchor>;

  constructor(facts: readonly Fact[], starts: ReadonlyMap<string, WrittenAnchor> = new Map()) {
    this.#factOf = new Map(facts.map(({ column, name }) => [column, name]));
    this.#starts = starts;
  }

  fact(name: string): string {
    const [, own = name] = /^parent\.(.*)$/.exec(name) ?? [];
    const known = this.#factOf.get(own) ?? own;
    return own === name ? known : `parent.${known}`;
  }

  #test(name: string, written: WrittenTest): Test {
    if (typeof written === 'object' && !Array.isArray(written)) {
      return 'after' in written ? { after: this.fact(written.after) } : { not: listed(written.not) };
    }
    const values = listed(written);
    const [only] = values;
    if (values.length === 1 && (only === 'present' || only === 'absent') && name !== 'kind')
      return { present: only === 'present' };
    return { in: values };
  }

  condition(written: WrittenCondition): Condition {
    const alternatives = ('any' in written && Array.isArray(written.any) ? written.any : [written]) as Record<
      string,
      WrittenTest
    >[];
    const read = alternatives.map((all) =>
      Object.fromEntries(
        Object.entries(all).map(([name, test]) => [this.fact(name), this.#test(name, test)]),
      ),
    );
    return read.length === 1 && Object.keys(read[0] ?? {}).length === 0 ? [] : read;
  }

  anchor(written: WrittenAnchor): Anchor {
    if (typeof written === 'string') {
      const start = this.#starts.get(written);
      return start === undefined ? { fact: this.fact(written) } : this.anchor(start);
    }
    if ('later' in written) return { later: [this.anchor(written.later[0]), this.anchor(written.later[1])] };
    if ('receipt' in written) return { receipt: this.fact(written.receipt) };
    if ('notice' in written)
      return { ...written, notice: this.fact(written.notice), decided: this.fact(written.decided) };
    if ('reconsidered' in written)
      return { reconsidered: this.fact(written.reconsidered), original: this.fact(written.original) };
    if ('due' in written) return written;
    const fact = this.fact('fact' in written ? written.fact : written.column);
    return written.else === undefined ? { fact } : { fact, else: this.anchor(written.else) };
  }

  isStart(name: WrittenAnchor): name is string {
    return typeof name === 'string' && this.#starts.has(name);
  }
}

/** A limit as it was written: its count and its unit. */
export function withinOf(written: string | readonly [number, Unit]): Within {
  if (typeof written !== 'string') return written;
  const [count, unit] = written.split(' ');
  return [Number(count), unit as Unit];
}

function armOf(
  written: NonNullable<WrittenPack['clocks'][number]['arms']>[number],
  rule: string,
  read: Reader,
): Arm {
  return {
    rule: (written.rule ?? rule) as PackRuleId,
    within: withinOf(written.within),
    of: read.anchor(written.of),
    ...(read.isStart(written.of) ? { named: written.of } : {}),
    ...(written.under ? { capScope: written.under.cap_scope } : {}),
  };
}

function extensionOf(written: WrittenPack['clocks'][number], read: Reader): Pick<Clock, 'extension'> {
  const { extension } = written;
  if (!extension) return {};
  const { grounds, notice } = extension;
  const ground = grounds?.fact ?? grounds?.column;
  return {
    extension: {
      until: read.fact(extension.until),
      atMost: withinOf(extension.at_most),
      ...(grounds && ground !== undefined
        ? { grounds: { fact: read.fact(ground), values: grounds.values } }
        : {}),
      ...(notice === undefined ? {} : { notice: read.fact(notice) }),
    },
  };
}

function clockOf(written: WrittenPack['clocks'][number], pack: WrittenPack, read: Reader): Clock {
  const { as_parent: asParent } = written;
  return {
    duties: written.duty,
    parts: written.part ?? [],
    applies: read.condition(written.applies),
    arms: (written.arms ?? []).map((arm) => armOf(arm, written.rule, read)),
    ...(asParent === undefined
      ? {}
      : {
          asParent: {
            rule: written.rule as PackRuleId,
            starts: Object.fromEntries(
              Object.entries(asParent).map(([name, start]) => [name, read.anchor(start)]),
            ),
          },
        }),
    from: written.from ?? pack.calendar.from,
    ...(written.until === undefined ? {} : { until: written.until }),
    cite: written.cite,
    confirmed: written.confirmed,
    ...(written.silence === undefined ? {} : { silence: written.silence }),
    ...(written.not_before === undefined ? {} : { notBefore: written.not_before }),
    ...extensionOf(written, read),
  };
}

function interpretationsOf(written: WrittenPack): RulePack['interpretations'] {
  const interpretations = written.interpretations ?? written.readings;
  if (interpretations === 'standard') return INTERPRETATIONS;
  const of = (name: InterpretationName): Interpretation => ({
    ...INTERPRETATIONS.default,
    ...(interpretations?.default as Partial<Interpretation> | undefined),
    ...(interpretations?.[name] as Partial<Interpretation> | undefined),
  });
  return { default: of('default'), strict: of('strict'), lenient: of('lenient') };
}

/** Holidays of a pack of one's own count under every choice of the setting, except where the shipped tables are used. */
function holidaysOf({ calendar }: WrittenPack): RulePack['holidays'] {
  const own = calendar.holidays.map(
    (holiday): Holiday => (typeof holiday === 'string' ? [holiday, 'closed'] : [holiday[0], holiday[1]]),
  );
  const used = (name: keyof typeof HOLIDAY_TABLES): readonly Holiday[] =>
    calendar.use.includes(name) ? HOLIDAY_TABLES[name] : [];
  return {
    fed: [...used('us-federal'), ...own],
    ma: [...used('massachusetts'), ...own],
    suffolk: [...used('suffolk'), ...own],
  };
}

const NOTHING: Layout = {
  facts: [],
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

type WrittenParts = Omit<WrittenLayout, 'layout'>;

function factsOf(written: WrittenParts, base: readonly Fact[]): readonly Fact[] {
  const nameOf = (column: string, fact: string | undefined): string =>
    fact ?? base.find((known) => known.column === column)?.name ?? column;
  const bare = Object.entries(written.columns).map(
    ([column, { fact, type, values, means }]): Fact => ({
      name: nameOf(column, fact),
      column,
      type,
      required: false,
      means,
      ...(values === undefined ? {} : { values }),
    }),
  );
  const read = new Reader([...base, ...bare]);
  return bare.map((fact) => {
    const { required, counts } = written.columns[fact.column] ?? { required: false };
    return {
      ...fact,
      required: typeof required === 'boolean' ? required : read.condition(required),
      ...(counts === undefined ? {} : { counts: read.condition(counts) }),
    };
  });
}

function dutyOf(
  [name, { title, stops, follows, unsure }]: [string, WrittenParts['duties'][string]],
  read: Reader,
): PackDuty {
  const take = typeof stops === 'object' && 'last' in stops ? 'last' : 'first';
  const facts = typeof stops === 'string' ? [stops] : 'last' in stops ? stops.last : stops.first;
  return {
    name,
    title,
    follows,
    stop: { facts: facts.map((fact) => read.fact(fact)), take },
    ...(unsure === undefined ? {} : { unsure: read.condition(unsure) }),
  };
}

/** A layout: what it takes over, with what it says itself in the place of that. */
function layoutOf(written: WrittenParts, base: Layout, used: ReadonlySet<string> | null): Layout {
  const facts = named(base.facts, factsOf(written, base.facts));
  const read = new Reader(facts);
  const kinds = written.kinds.map(({ name, when }) => ({ name, when: read.condition(when) }));
  const { key, closed } = written;
  const duties = base.duties
    .filter(({ name }) => used === null || used.has(name))
    .map((duty) => ({ ...duty, follows: duty.follows.filter((name) => used === null || used.has(name)) }));
  return {
    facts,
    key: key
      ? {
          case: read.fact(key.case),
          ...(key.number === undefined ? {} : { number: read.fact(key.number) }),
        }
      : base.key,
    received: written.received === undefined ? base.received : read.fact(written.received),
    kinds: kinds.length > 0 ? kinds : base.kinds,
    ...(base.closed ? { closed: base.closed } : {}),
    ...(closed ? { closed: { fact: read.fact(closed.column), when: read.condition(closed.when) } } : {}),
    duties: named(
      duties,
      Object.entries(written.duties).map((duty) => dutyOf(duty, read)),
    ),
    order: [
      ...base.order,
      ...written.order.map(({ column, not_before }) => ({
        fact: read.fact(column),
        notBefore: read.fact(not_before),
      })),
    ],
    contradictions: [
      ...base.contradictions,
      ...written.contradictions.map(({ column, when, says }) => ({
        fact: read.fact(column),
        when: read.condition(when),
        says,
      })),
    ],
    by: written.by.length > 0 ? written.by.map((fact) => read.fact(fact)) : base.by,
  };
}

const partsOf = ({ parts }: WrittenPack, read: Reader): PartRule[] =>
  Object.entries(parts).map(([name, { when, foreseen }]) => ({
    name,
    when: read.condition(when),
    ...(foreseen ? { foreseen: { duties: foreseen.duty, when: read.condition(foreseen.when) } } : {}),
  }));

const misreadingsOf = ({ misreadings }: WrittenPack): Misreading[] =>
  misreadings.flatMap(({ rule, kind, duty, counted }) =>
    kind.map(
      (row): Misreading => ({
        rule: rule as PackRuleId,
        row: row as Misreading['row'],
        duties: duty as Misreading['duties'],
        counted: typeof counted === 'string' ? counted : { asRow: counted.as_kind as Misreading['row'] },
      }),
    ),
  );

const linesOf = (scope: Condition): string[] => {
  const asked = scope.flatMap((all) => {
    const test = all['line-of-business'];
    return test && 'in' in test ? test.in : [];
  });
  return [...new Set(asked)];
};

/** Figures of a pack with those that it takes over. Throws RangeError that names those that are still missing. */
function figuresOf({ pack, figures }: WrittenPack, base: PlanFigures | undefined): PlanFigures | null {
  if (!figures) return base ?? null;
  const given = Object.fromEntries(
    Object.entries({ ...base, ...figures }).filter(([, figure]) => figure !== undefined),
  );
  const whole = figuresSchema.safeParse(given);
  if (whole.success) return whole.data;
  const missing = [...new Set(whole.error.issues.map(({ path }) => String(path[0])))];
  throw new RangeError(
    `the pack ${pack} lacks the figures ${missing.join(', ')}; take over others with figures_of`,
  );
}

/**
 * The pack that was written, by names of facts. `known` are packs whose figures it may take over. Throws RangeError
 * where it takes over the figures of a pack that is not known.
 */
export function packOfWritten(written: WrittenPack, known: readonly RulePack[] = []): RulePack {
  const shared = written.use === undefined ? undefined : LAYOUTS[written.use];
  const base = shared ? layoutOf(shared, NOTHING, null) : NOTHING;
  const used = new Set(written.clocks.flatMap(({ duty }) => duty));
  const layout = layoutOf(written, base, used);
  const read = new Reader(
    layout.facts,
    new Map(Object.entries(written.starts).map(([name, { is }]) => [name, is])),
  );
  const scope = read.condition(written.scope);
  const other = known.find(({ id }) => id === written.figures_of);
  if (written.figures_of !== undefined && !other?.figures)
    throw new RangeError(`there is no pack ${written.figures_of} whose figures could be taken over`);
  const figures = figuresOf(written, other?.figures);
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
    interpretations: interpretationsOf(written),
    scope,
    linesOfBusiness: linesOf(scope),
    layout,
    ...(written.parent
      ? { parent: { fact: read.fact(written.parent.column), kind: written.parent.kind } }
      : {}),
    starts: Object.fromEntries(
      Object.entries(written.starts).map(([name, { means, is }]) => [name, { means, is: read.anchor(is) }]),
    ),
    parts: partsOf(written, read),
    owed: Object.fromEntries(
      Object.entries(written.owed).map(([duty, when]) => [duty, read.condition(when)]),
    ),
    clocks: written.clocks.map((clock) => clockOf(clock, written, read)),
    misreadings: misreadingsOf(written),
    core: written.core as PackRuleId[],
    rules: Object.entries(written.rules).map(([id, { level, statement, cite }]) => ({
      id: id as PackRuleId,
      level,
      statement,
      cite: cite ?? written.clocks.find(({ rule }) => rule === id)?.cite ?? '',
    })),
    ...(figures ? { figures } : {}),
    ...(written.delegate ? { delegate: written.delegate } : {}),
  };
}
