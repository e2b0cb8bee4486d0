import type { CaseFile } from './case-file.ts';
import type { Facts } from './facts.ts';
import { grouped } from './groups.ts';

/** Something that is worked out once for a facts and kept with it. */
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

/** Groups of cases by a key; a case without a key is in none. */
export const groupCases = (keyOf: (file: CaseFile, facts: Facts) => string | null) =>
  once(
    (facts) => grouped(facts.cases, (file) => keyOf(file, facts)) as ReadonlyMap<string, readonly CaseFile[]>,
  );

const ids = groupCases(({ id }) => id);

/** The case of a request's number. */
export const caseOf = (facts: Facts, id: unknown): CaseFile | undefined => ids(facts).get(String(id))?.[0];
