import type { CaseFile, Exchange } from './case-file.ts';
import type { Facts } from './facts.ts';

/** Something that follows from the world and the pack alone, worked out once and kept with the facts. */
export function once<T>(build: (facts: Facts) => T): (facts: Facts) => T {
  const kept = new WeakMap<Facts, T>();
  return (facts) => {
    const known = kept.get(facts);
    if (known !== undefined) return known;
    const built = build(facts);
    kept.set(facts, built);
    return built;
  };
}

/**
 * A table that grows with a walk: each item of a list of the facts, such as the calls of one operation, goes through
 * `step` once, in order. A step may look at its item and the world, and at nothing else that changes.
 */
export function growing<T, Item>(
  items: (facts: Facts) => readonly Item[],
  empty: () => T,
  step: (table: T, item: Item, facts: Facts) => void,
): (facts: Facts) => T {
  const kept = new WeakMap<Facts, { readonly table: T; done: number }>();
  return (facts) => {
    const own = kept.get(facts) ?? { table: empty(), done: 0 };
    kept.set(facts, own);
    const all = items(facts);
    for (; own.done < all.length; own.done += 1) step(own.table, all[own.done] as Item, facts);
    return own.table;
  };
}

/** The calls of one operation so far. */
export const callsOf =
  (op: string) =>
  (facts: Facts): readonly Exchange[] =>
    facts.index.byOperation.get(op) ?? [];

/** Puts an item under its key; an item without a key is in no group. */
export function put<K, T>(groups: Map<K, T[]>, key: K | null, item: T): void {
  if (key === null) return;
  const own = groups.get(key);
  if (own) own.push(item);
  else groups.set(key, [item]);
}

/** Groups of cases by a key that they have from the start; a case without a key is in none. */
export const groupCases = (
  keyOf: (file: CaseFile, facts: Facts) => string | null,
): ((facts: Facts) => ReadonlyMap<string, readonly CaseFile[]>) =>
  growing(
    (facts) => facts.cases,
    () => new Map<string, CaseFile[]>(),
    (groups, file, facts) => put(groups, keyOf(file, facts), file),
  );

/** The case of a request's number. */
export const caseOf = (facts: Facts, id: unknown): CaseFile | undefined => facts.requests.get(String(id));
