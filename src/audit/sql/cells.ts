import { NEVER_US } from '../day-table.ts';
import type { Anchor, AuditClock, AuditPack, Condition, Test } from '../pack/model.ts';
import { low, text } from './conditions.ts';
import { quoted } from './dialect.ts';

/** Stands in the number of a cell for the column that holds the kind of a row. */
export const KIND = '@kind@';

/** One thing that conditions look at, with the few values that they tell apart; the last is every other. */
type Feature = {
  readonly name: string;
  readonly sql: string;
  readonly size: number;
  readonly is: (test: Test, value: number) => boolean;
};

/** A table by which a row's features become one number and that number becomes what the row owes. */
export type CellTable = {
  readonly key: string;
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
  const cases = values.map((value, index) => `WHEN ${quoted(value)} THEN ${index}`);
  return {
    name,
    sql: `CASE ${text(name)} ${cases.join(' ')} ELSE ${values.length} END`,
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
  sql: `CASE WHEN ${low(name)} < ${NEVER_US} THEN 1 ELSE 0 END`,
  size: 2,
  is: (test, value) => 'present' in test && test.present === (value === 1),
});

const orderFeature = (name: string, after: string, laterEnd: (column: string) => string): Feature => ({
  name: `${name}>${after}`,
  sql: `CASE WHEN ${low(name)} > ${laterEnd(after)} AND ${low(name)} < ${NEVER_US} THEN 1 ELSE 0 END`,
  size: 2,
  is: (_, value) => value === 1,
});

const numberFeature = (name: string, sql: string, names: readonly string[]): Feature => ({
  name,
  sql,
  size: names.length + 1,
  is: (test, value) => {
    const own = names[value - 1];
    if ('in' in test) return own !== undefined && test.in.includes(own);
    return 'not' in test && own !== undefined && !test.not.includes(own);
  },
});

/** The features that conditions look at. `laterEnd` is the base column of the latest instant of a logged time. */
function featuresOf(
  pack: AuditPack,
  conditions: readonly Condition[],
  laterEnd: (column: string) => string,
): Feature[] {
  const kinds = pack.kinds.map(({ name }) => name);
  const names = new Set(conditions.flatMap((condition) => condition.flatMap((all) => Object.keys(all))));
  return [...names].flatMap((name): Feature[] => {
    if (name === 'kind' && kinds.length > 0) return [numberFeature(name, KIND, kinds)];
    if (name === 'parent.kind') return [numberFeature(name, 'parent_kind', kinds)];
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

/** The cells of some conditions: their number in SQL, and what holds in each. */
export function cellsOf(
  pack: AuditPack,
  conditions: readonly Condition[],
  laterEnd: (column: string) => string,
): CellTable {
  const features = featuresOf(pack, conditions, laterEnd);
  let size = 1;
  const steps = features.map((feature) => {
    const step = size;
    size *= feature.size;
    return step;
  });
  const terms = features.map(({ sql }, index) =>
    steps[index] === 1 ? `${sql}` : `${steps[index]} * ${sql}`,
  );
  const stepOf = (index: number): number => steps[index] ?? 1;
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
    key: terms.length === 0 ? '0' : terms.map((term) => `(${term})`).join(' + '),
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
