import type { Demand, Expected, Instant, Span, Value, Values } from './value.ts';

const isDemand = (value: Value | Demand): value is Demand =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'demand' in value;

/** Whether two values are the same, whatever the order of their names. */
export function same(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return (
    mine.length === theirs.length &&
    mine.every(([name, value]) => name in other && same(value, (other as Values)[name] ?? null))
  );
}

const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

function amount(value: Value | Instant | Span): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return Number.NaN;
  if ('instant' in value && typeof value.instant === 'number') return value.instant;
  return 'span' in value && typeof value.span === 'number' ? value.span : Number.NaN;
}

const has = (observed: Value, wanted: Value): boolean =>
  Array.isArray(observed) && observed.some((one: Value) => same(one, wanted));

const holds = (observed: Value, text: string): boolean =>
  typeof observed === 'string'
    ? observed.includes(text)
    : Array.isArray(observed) && observed.some((one: Value) => holds(one, text));

/** Whether an observed value meets a demand. A value of another kind than the demand compares meets none. */
function meets(observed: Value, demand: Demand): boolean {
  switch (demand.demand) {
    case 'refused':
      return amount(observed) >= 400 && amount(observed) < 500;
    case 'accepted':
      return amount(observed) < 300;
    case 'present':
      return !isEmpty(observed);
    case 'absent':
      return isEmpty(observed);
    case 'one-of':
      return demand.values.some((value) => same(observed, value));
    case 'not':
      return !same(observed, demand.value);
    case 'at-least':
      return amount(observed) >= amount(demand.value);
    case 'at-most':
      return amount(observed) <= amount(demand.value);
    case 'between':
      return amount(observed) >= amount(demand.low) && amount(observed) <= amount(demand.high);
    case 'includes':
      return demand.values.every((value) => has(observed, value));
    case 'excludes':
      return Array.isArray(observed) && demand.values.every((value) => !has(observed, value));
    case 'contains':
      return holds(observed, demand.text);
    case 'does-not-contain':
      return !isEmpty(observed) && !holds(observed, demand.text);
  }
}

/**
 * Whether what was observed is what was expected, name by name. A verdict follows from nothing else, so a rule that
 * is kept and one that is broken never explain themselves alike.
 */
export const matches = (expected: Expected, observed: Values): boolean =>
  Object.entries(expected).every(([name, wanted]) => {
    const seen = observed[name] ?? null;
    return isDemand(wanted) ? meets(seen, wanted) : same(seen, wanted);
  });
