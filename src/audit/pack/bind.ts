import {
  type Arm,
  type Clock,
  type Condition,
  clockOf,
  type Fact,
  type Anchor as FactAnchor,
  type Extension as FactExtension,
  kindsOf,
  type PartRule,
  type RulePack,
  type Test,
} from '../../rulebook/index.ts';
import type { Anchor, AuditArm, AuditClock, AuditPack, Extension, Layout } from './model.ts';

/** Binds the names of facts to the columns in which they stand. */
class Columns {
  readonly #columnOf: ReadonlyMap<string, string>;

  constructor(facts: readonly Fact[]) {
    this.#columnOf = new Map(facts.map(({ name, column }) => [name, column]));
  }

  of(fact: string): string {
    return fact.startsWith('parent.')
      ? `parent.${this.of(fact.slice('parent.'.length))}`
      : (this.#columnOf.get(fact) ?? fact);
  }

  #test(test: Test): Test {
    return 'after' in test ? { after: this.of(test.after) } : test;
  }

  condition(condition: Condition): Condition {
    return condition.map((all) =>
      Object.fromEntries(Object.entries(all).map(([fact, test]) => [this.of(fact), this.#test(test)])),
    );
  }

  anchor(anchor: FactAnchor): Anchor {
    if ('receipt' in anchor) return { receipt: this.of(anchor.receipt) };
    if ('due' in anchor) return anchor;
    if ('later' in anchor) return { later: [this.anchor(anchor.later[0]), this.anchor(anchor.later[1])] };
    if ('notice' in anchor)
      return { called: this.of(anchor.notice), duty: anchor.duty, decided: this.of(anchor.decided) };
    if ('reconsidered' in anchor)
      return { reconsidered: this.of(anchor.reconsidered), original: this.of(anchor.original) };
    const column = this.of(anchor.fact);
    return anchor.else ? { column, else: this.anchor(anchor.else) } : { column };
  }

  extension({ until, atMost, grounds, notice }: FactExtension): Extension {
    return {
      until: this.of(until),
      atMost,
      ...(grounds ? { grounds: { column: this.of(grounds.fact), values: grounds.values } } : {}),
      ...(notice === undefined ? {} : { notice: this.of(notice) }),
    };
  }
}

/** Both of two conditions. Throws RangeError where both ask something of one fact. */
function both(one: Condition, other: Condition): Condition {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  return one.flatMap((first) =>
    other.map((second) => {
      const twice = Object.keys(second).find((fact) => fact in first);
      if (twice !== undefined) throw new RangeError(`two conditions of one clock ask for ${twice}`);
      return { ...first, ...second };
    }),
  );
}

/** When a part of a duty is owed: as the part says, or where it is foreseen before that. */
function owedPart(own: Condition, part: PartRule | undefined, duty: string): Condition {
  if (!part) return own;
  const made = both(own, part.when);
  return part.foreseen?.duties.includes(duty) ? [...made, ...both(own, part.foreseen.when)] : made;
}

/** One clock for each duty, part and, where it follows the parent, each kind of parent. */
function clocksOf(pack: RulePack, columns: Columns, clock: Clock, place: number): AuditClock[] {
  const parts = clock.parts.length === 0 ? [undefined] : clock.parts;
  const bound = (own: readonly Arm[]): AuditArm[] =>
    own.map(({ rule, within, of, capScope }) => ({
      rule,
      within,
      of: columns.anchor(of),
      ...(capScope ? { capScope } : {}),
    }));
  const { from, until, cite, confirmed, silence, notBefore, extension, asParent } = clock;
  const common = {
    place,
    from,
    ...(until === undefined ? {} : { until }),
    cite,
    confirmed,
    ...(silence === undefined ? {} : { silence }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(extension === undefined ? {} : { extension: columns.extension(extension) }),
  };
  const made = (duty: string, part: string | undefined, applies: Condition, arms: AuditArm[]): AuditClock => {
    const rule = pack.parts.find(({ name }) => name === part);
    const owed = both(owedPart(applies, rule, duty), pack.owed[duty] ?? []);
    return {
      ...common,
      duty,
      ...(part === undefined ? {} : { part }),
      applies: columns.condition(owed),
      arms,
    };
  };
  return clock.duties.flatMap((duty) =>
    parts.flatMap((part): AuditClock[] => {
      if (!asParent) return [made(duty, part, clock.applies, bound(clock.arms))];
      const own = kindsOf(clock);
      return [...new Set(pack.clocks.flatMap(kindsOf))]
        .filter((name) => !own.includes(name))
        .flatMap((name) => {
          const parent = clockOf(pack.clocks, name, duty, part ?? '');
          if (!parent) return [];
          const applies = both(clock.applies, [{ 'parent.kind': { in: [name] } }]);
          const arms = parent.arms.map((arm) => ({
            ...arm,
            rule: asParent.rule,
            of: asParent.starts[arm.named ?? ''] ?? arm.of,
          }));
          return [made(duty, part, applies, bound(arms))];
        });
    }),
  );
}

function layoutOf({ layout }: RulePack, columns: Columns): Layout {
  const { facts, key, received, kinds, closed, duties, order, contradictions, by } = layout;
  return {
    columns: facts.map(({ column, type, required, values, counts, means }) => ({
      name: column,
      type,
      means,
      required: typeof required === 'boolean' ? required : columns.condition(required),
      ...(values === undefined ? {} : { values }),
      ...(counts === undefined ? {} : { counts: columns.condition(counts) }),
    })),
    key: {
      case: columns.of(key.case),
      ...(key.number === undefined ? {} : { number: columns.of(key.number) }),
    },
    received: columns.of(received),
    kinds: kinds.map(({ name, when }) => ({ name, when: columns.condition(when) })),
    ...(closed ? { closed: { column: columns.of(closed.fact), when: columns.condition(closed.when) } } : {}),
    duties: duties.map(({ name, title, stop, follows, unsure }) => ({
      name,
      title,
      stop: { columns: stop.facts.map((fact) => columns.of(fact)), take: stop.take },
      follows,
      ...(unsure === undefined ? {} : { unsure: columns.condition(unsure) }),
    })),
    order: order.map(({ fact, notBefore }) => ({
      column: columns.of(fact),
      notBefore: columns.of(notBefore),
    })),
    contradictions: contradictions.map(({ fact, when, says }) => ({
      column: columns.of(fact),
      when: columns.condition(when),
      says,
    })),
    by: by.map((fact) => columns.of(fact)),
  };
}

/**
 * A pack as the audit judges by it: its facts bound to the columns of a log, and one clock for each duty and part.
 * Throws RangeError where two conditions of one clock ask something of the same fact.
 */
export function auditPackOf(pack: RulePack): AuditPack {
  const columns = new Columns(pack.layout.facts);
  const { id, title, dated, law, zone, transitions, opens, closes, holidays, calendar, interpretations } =
    pack;
  return {
    ...layoutOf(pack, columns),
    id,
    title,
    dated,
    law,
    zone,
    transitions,
    opens,
    closes,
    holidays,
    calendar,
    interpretations,
    ...(pack.parent ? { parent: { column: columns.of(pack.parent.fact), kind: pack.parent.kind } } : {}),
    scope: columns.condition(pack.scope),
    clocks: pack.clocks.flatMap((clock, place) => clocksOf(pack, columns, clock, place)),
  };
}
