import { low } from '../expression/columns.ts';
import { all, choose, column, comes, compare, plus, times, type Value, word } from '../expression/tree.ts';
import type { Anchor, AuditClock, AuditPack, Condition, Test } from '../pack/model.ts';

/** One thing that conditions look at, with the few values that they tell apart; the last is every other. */
type Feature = {
  readonly name: string;
  readonly number: Value;
  readonly size: number;
  readonly is: (test: Test, value: number) => boolean;
};

/** A table by which a row's features become one number and that number becomes what the row owes. */
export type CellTable = {
  readonly key: Value;
  readonly size: number;
  /** What each feature is in a cell. */
  readonly at: (cell: number, condition: Condition) => boolean;
};

const conditionsOn = (conditions: readonly Condition[], name: string): Test[] =>
  conditions.flatMap((condition) => condition.flatMap((all) => (all[name] ? [all[name]] : [])));

function textFeature(name: string, tests: readonly Test[]): Feature {
  const values = [
    ...new Set(tests.flatMap((test) => ('in' in test ? test.in : 'not' in test ? test.not : ['']))),
  ];
  return {
    name,
    number: choose(
      values.map((value, index) => [word(name, [value]), index]),
      values.length,
    ),
    size: values.length + 1,
    is: (test, value) => {
      const own = values[value];
      if ('present' in test) return (own !== '') === test.present;
      if ('in' in test) return own !== undefined && test.in.includes(own);
      return 'not' in test && !(own !== undefined && test.not.includes(own));
    },
  };
}

const presenceFeature = (name: string): Feature => ({
  name,
  number: choose([[comes(column(low(name))), 1]], 0),
  size: 2,
  is: (test, value) => 'present' in test && test.present === (value === 1),
});

function orderFeature(name: string, after: string, laterEnd: (column: string) => string): Feature {
  const own = column(low(name));
  return {
    name: `${name}>${after}`,
    number: choose([[all(compare(own, '>', column(laterEnd(after))), comes(own)), 1]], 0),
    size: 2,
    is: (_, value) => value === 1,
  };
}

const numberFeature = (name: string, number: Value, names: readonly string[]): Feature => ({
  name,
  number,
  size: names.length + 1,
  is: (test, value) => {
    const own = names[value - 1];
    if ('in' in test) return own !== undefined && test.in.includes(own);
    return 'not' in test && own !== undefined && !test.not.includes(own);
  },
});

/** What cells are told apart by. */
type Told = {
  /** The base column of the latest instant of a logged time. */
  readonly laterEnd: (column: string) => string;
  /** The number of the kind of a row, where conditions ask for it. */
  readonly kind?: Value;
};

/** The features that conditions look at. */
function featuresOf(
  pack: AuditPack,
  conditions: readonly Condition[],
  { laterEnd, kind = choose([], 0) }: Told,
): Feature[] {
  const kinds = pack.kinds.map(({ name }) => name);
  const names = new Set(conditions.flatMap((condition) => condition.flatMap((all) => Object.keys(all))));
  return [...names].flatMap((name): Feature[] => {
    if (name === 'kind' && kinds.length > 0) return [numberFeature(name, kind, kinds)];
    if (name === 'parent.kind') return [numberFeature(name, column('parent_kind'), kinds)];
    const tests = conditionsOn(conditions, name);
    const orders = [...new Set(tests.flatMap((test) => ('after' in test ? [test.after] : [])))];
    const found = orders.map((after) => orderFeature(name, after, laterEnd));
    const instant = pack.columns.some((column) => column.name === name && column.type === 'instant');
    if (instant) {
      if (tests.some((test) => 'present' in test)) found.push(presenceFeature(name));
    } else
      found.push(
        textFeature(
          name,
          tests.filter((test) => !('after' in test)),
        ),
      );
    return found;
  });
}

/** The cells of some conditions: the number of a row's, and what holds in each. */
export function cellsOf(pack: AuditPack, conditions: readonly Condition[], told: Told): CellTable {
  const features = featuresOf(pack, conditions, told);
  let size = 1;
  const steps = features.map((feature) => {
    const step = size;
    size *= feature.size;
    return step;
  });
  const stepOf = (index: number): number => steps[index] ?? 1;
  const key = features
    .map(({ number }, index) => (stepOf(index) === 1 ? number : times(stepOf(index), number)))
    .reduce<Value | null>((sum, term) => (sum ? plus(sum, term) : term), null);
  /** For each alternative of a condition, which values of which features it takes. */
  const accepted = (condition: Condition) =>
    condition.map((all) =>
      Object.entries(all).map(([name, test]) => {
        const wanted = 'after' in test ? `${name}>${test.after}` : name;
        const index = features.findIndex((feature) => feature.name === wanted);
        const feature = features[index];
        if (!feature) throw new RangeError(`no feature ${wanted}`);
        const takes = Array.from({ length: feature.size }, (_, value) => feature.is(test, value));
        return { step: stepOf(index), size: feature.size, takes };
      }),
    );
  const known = new Map<Condition, Uint8Array>();
  return {
    key: key ?? choose([], 0),
    size,
    at: (cell, condition) => {
      if (condition.length === 0) return true;
      const holds = known.get(condition) ?? heldBy(accepted(condition), size);
      known.set(condition, holds);
      return holds[cell] === 1;
    },
  };
}

type Taken = { readonly step: number; readonly size: number; readonly takes: readonly boolean[] };

/** Whether each cell is in one of some alternatives, each of which takes some values of some features. */
function heldBy(alternatives: readonly (readonly Taken[])[], cells: number): Uint8Array {
  const held = new Uint8Array(cells);
  const own = new Uint8Array(cells);
  for (const all of alternatives) {
    own.fill(1);
    for (const { step, size, takes } of all)
      for (const [value, taken] of takes.entries())
        if (!taken)
          for (let from = value * step; from < cells; from += step * size) own.fill(0, from, from + step);
    for (let cell = 0; cell < cells; cell += 1) if (own[cell] === 1) held[cell] = 1;
  }
  return held;
}

/** The column whose absence brings a stand-in, for each clock that has one. */
export function standsIn(clock: AuditClock): string[] {
  const of = (anchor: Anchor): string[] => {
    if ('called' in anchor) return [anchor.called];
    if ('later' in anchor) return anchor.later.flatMap(of);
    return 'column' in anchor && anchor.else ? [anchor.column] : [];
  };
  return clock.arms.flatMap((arm) => of(arm.of));
}
