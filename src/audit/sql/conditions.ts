import { NEVER_US } from '../day-table.ts';
import type { AuditPack, Condition, Test } from '../pack/model.ts';
import { quoted } from './dialect.ts';

/** Names of base columns: `t_` the earliest instant that a logged time may mean, `h_` the latest, `s_` a text. */
export const low = (column: string): string => `t_${column.replaceAll('.', '_')}`;
export const high = (column: string): string => `h_${column.replaceAll('.', '_')}`;
export const text = (column: string): string => `s_${column}`;
/** What stands for the receipt of the case that a row reconsiders. */
export const PARENT_RECEIVED = 'parent.received_at';

/** The number by which a kind is known in SQL; 0 is none. */
export const kindNumber = (pack: AuditPack, name: string): number =>
  pack.kinds.findIndex((kind) => kind.name === name) + 1;

const isInstant = (pack: AuditPack, name: string): boolean =>
  pack.columns.some((column) => column.name === name && column.type === 'instant');

function one(pack: AuditPack, name: string, test: Test, exact: boolean): string {
  const kinds =
    name === 'kind' && pack.kinds.length > 0 ? 'kind' : name === 'parent.kind' ? 'parent_kind' : null;
  if (kinds) {
    const names = 'in' in test ? test.in : 'not' in test ? test.not : [];
    const list = names.map((kind) => kindNumber(pack, kind)).join(', ');
    return 'not' in test ? `${kinds} NOT IN (0, ${list})` : `${kinds} IN (${list})`;
  }
  if ('present' in test) {
    if (isInstant(pack, name)) return `${low(name)} ${test.present ? '<' : '>='} ${NEVER_US}`;
    return `${text(name)} ${test.present ? '<>' : '='} ''`;
  }
  if ('after' in test) {
    const other = exact ? low(test.after) : high(test.after);
    return `(${low(name)} > ${other} AND ${low(name)} < ${NEVER_US})`;
  }
  const values = ('in' in test ? test.in : test.not).map(quoted).join(', ');
  return `${text(name)} ${'in' in test ? 'IN' : 'NOT IN'} (${values})`;
}

/** A condition over base columns; an empty one holds everywhere. */
export function conditionSql(pack: AuditPack, condition: Condition, exact: boolean): string {
  const alternatives = condition.map((all) => {
    const tests = Object.entries(all).map(([name, test]) => one(pack, name, test, exact));
    return tests.length === 0 ? 'TRUE' : tests.join(' AND ');
  });
  if (alternatives.length === 0 || alternatives.includes('TRUE')) return 'TRUE';
  return alternatives.length === 1
    ? `(${alternatives[0]})`
    : `(${alternatives.map((a) => `(${a})`).join(' OR ')})`;
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
export function kindSql(pack: AuditPack, exact: boolean): string {
  if (pack.kinds.length === 0) return '0';
  const cases = pack.kinds.map(
    ({ when }, index) => `WHEN ${conditionSql(pack, when, exact)} THEN ${index + 1}`,
  );
  return `CASE ${cases.join(' ')} ELSE 0 END`;
}
