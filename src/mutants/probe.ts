import type { Parts } from '../reference-impl/index.ts';
import type { Mutant } from './mutant.ts';

type Fn = (...args: never[]) => unknown;
type Variant = { readonly id: string; readonly fn: Fn };

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** A part that tries every mutant's version of itself on what it is given, and answers as the reference implementation. */
function watched<F extends Fn>(clean: F, variants: readonly Variant[], differs: (mutant: string) => void): F {
  const others = variants.filter(({ fn }) => fn !== clean);
  if (others.length === 0) return clean;
  return ((...args: never[]) => {
    const result = clean(...args);
    for (const { id, fn } of others) if (!same(fn(...args), result)) differs(id);
    return result;
  }) as F;
}

type Group = Readonly<Record<string, Fn>>;

function watchedGroup<G>(
  clean: G,
  groups: readonly { id: string; group: G }[],
  differs: (mutant: string) => void,
): G {
  const names = Object.keys(clean as object);
  const entries = names.map((name) => {
    const variants = groups.map(({ id, group }) => ({ id, fn: (group as Group)[name] as Fn }));
    return [name, watched((clean as Group)[name] as Fn, variants, differs)] as const;
  });
  return Object.fromEntries(entries) as G;
}

/**
 * The reference implementation, that tells of each mutant whether it would have acted otherwise. Parts are functions
 * of what they are given, so a mutant that never differs while a scenario is played would have played it alike.
 */
export function probed(parts: Parts, mutants: readonly Mutant[], differs: (mutant: string) => void): Parts {
  const made = mutants.map((mutant) => ({ id: mutant.id, parts: mutant.make(parts) }));
  const find = (own: Parts): Parts['checks'][number]['find'] => {
    return (draft, context) => own.checks.flatMap((check) => check.find(draft, context));
  };
  const withChecks = made.filter((one) => one.parts.checks !== parts.checks);
  const checks = watched(
    find(parts) as unknown as Fn,
    withChecks.map((one) => ({ id: one.id, fn: find(one.parts) as unknown as Fn })),
    differs,
  );
  const { checks: _checks, gates, desk, delegate, ...single } = parts;
  return {
    ...watchedGroup(
      single,
      made.map(({ id, parts: own }) => ({ id, group: own })),
      differs,
    ),
    checks: [{ name: 'every check', find: checks as unknown as Parts['checks'][number]['find'] }],
    gates: watchedGroup(
      gates,
      made.map(({ id, parts: own }) => ({ id, group: own.gates })),
      differs,
    ),
    delegate: watchedGroup(
      delegate,
      made.map(({ id, parts: own }) => ({ id, group: own.delegate })),
      differs,
    ),
    desk: watchedGroup(
      desk,
      made.map(({ id, parts: own }) => ({ id, group: own.desk })),
      differs,
    ),
  };
}
