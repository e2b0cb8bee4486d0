import { high, low } from '../expression/columns.ts';
import {
  ALWAYS,
  all,
  among,
  any,
  choose,
  column,
  comes,
  compare,
  type Test as Holds,
  not,
  type Value,
  word,
} from '../expression/tree.ts';
import type { AuditPack, Condition, Test } from '../pack/model.ts';

/** The number by which a kind is known in SQL; 0 is none. */
export const kindNumber = (pack: AuditPack, name: string): number =>
  pack.kinds.findIndex((kind) => kind.name === name) + 1;

const isInstant = (pack: AuditPack, name: string): boolean =>
  pack.columns.some((column) => column.name === name && column.type === 'instant');

function one(pack: AuditPack, name: string, test: Test, exact: boolean): Holds {
  const kinds =
    name === 'kind' && pack.kinds.length > 0 ? 'kind' : name === 'parent.kind' ? 'parent_kind' : null;
  if (kinds) {
    const names = 'in' in test ? test.in : 'not' in test ? test.not : [];
    const numbers = names.map((kind) => kindNumber(pack, kind));
    return 'not' in test ? not(among(column(kinds), [0, ...numbers])) : among(column(kinds), numbers);
  }
  const own = column(low(name));
  if ('present' in test) {
    const present = isInstant(pack, name) ? comes(own) : not(word(name, ['']));
    return test.present ? present : not(present);
  }
  if ('after' in test) {
    const other = exact ? low(test.after) : high(test.after);
    return all(compare(own, '>', column(other)), comes(own));
  }
  return 'in' in test ? word(name, test.in) : not(word(name, test.not));
}

/** A condition over base columns; an empty one holds everywhere. */
export function conditionTest(pack: AuditPack, condition: Condition, exact: boolean): Holds {
  if (condition.length === 0) return ALWAYS;
  return any(
    ...condition.map((every) =>
      all(...Object.entries(every).map(([name, test]) => one(pack, name, test, exact))),
    ),
  );
}

/** The columns of the log that a condition looks at. */
export const columnsOf = (condition: Condition): string[] =>
  condition.flatMap((all) =>
    Object.entries(all).flatMap(([name, test]) => ('after' in test ? [name, test.after] : [name])),
  );

/** The columns whose values some condition of a pack looks at. */
export function columnsTold(pack: AuditPack): ReadonlySet<string> {
  const conditions = [
    pack.scope,
    ...pack.kinds.map(({ when }) => when),
    ...pack.clocks.map(({ applies }) => applies),
    ...pack.columns.flatMap(({ counts }) => (counts ? [counts] : [])),
  ];
  return new Set(conditions.flatMap(columnsOf));
}

/** The kind of a row: the first that fits. */
export const kindOf = (pack: AuditPack, exact: boolean): Value =>
  choose(
    pack.kinds.map(({ when }, index) => [conditionTest(pack, when, exact), index + 1]),
    0,
  );
