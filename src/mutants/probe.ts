import type { Parts } from '../reference-impl/index.ts';
import type { Mutant } from './mutant.ts';

type Fn = (...args: never[]) => unknown;
type Group = Readonly<Record<string, Fn>>;

/** Who asks what each mutant would do. */
export type Probe = {
  /** Whether it is still of interest what a mutant does. */
  readonly asks: (mutant: string) => boolean;
  /** Called when a mutant would have acted otherwise than the reference implementation. */
  readonly differs: (mutant: string) => void;
};

/** One function as a mutant has it. */
type Variant = { readonly id: string; readonly fn: Fn };

/** A function that answers as the reference implementation, and tries on what it is given every variant that is asked about. */
function watched(clean: Fn, variants: readonly Variant[], { asks, differs }: Probe): Fn {
  const others = variants.filter(({ fn }) => fn !== clean);
  if (others.length === 0) return clean;
  return (...args) => {
    const result = clean(...args);
    // Written out at most once for all variants, and only if one of them gives another object.
    let written: string | undefined;
    const same = (other: unknown): boolean => {
      if (other === result) return true;
      written ??= JSON.stringify(result);
      return JSON.stringify(other) === written;
    };
    for (const { id, fn } of others) if (asks(id) && !same(fn(...args))) differs(id);
    return result;
  };
}

const functionsOf = (group: object): Group => Object.fromEntries(Object.entries(group));

/** A group of functions, each of them watched. */
function watchedGroup<G extends object>(
  clean: G,
  variants: readonly { readonly id: string; readonly group: G }[],
  probe: Probe,
): G {
  const groups = variants.map(({ id, group }) => ({ id, functions: functionsOf(group) }));
  const entries = Object.entries(functionsOf(clean)).map(([name, fn]) => {
    const own = groups.map(({ id, functions }) => ({ id, fn: functions[name] ?? fn }));
    return [name, watched(fn, own, probe)] as const;
  });
  return Object.fromEntries(entries) as G;
}

/** All entry checks as one, so that mutants with more or fewer of them can be compared. */
const everyCheck = ({ checks }: Parts) => ({
  find: ((draft, context) =>
    checks.flatMap((check) => check.find(draft, context))) as Parts['checks'][number]['find'],
});

/**
 * The reference implementation, that reports of each mutant whether it would have acted otherwise. Parts are functions
 * of what they are given, so a mutant that never differs while a scenario is played would have played it alike.
 */
export function probed(parts: Parts, mutants: readonly Mutant[], probe: Probe): Parts {
  const made = mutants.map((mutant) => ({ id: mutant.id, parts: mutant.make(parts) }));
  const watch = <G extends object>(of: (parts: Parts) => G, among = made): G =>
    watchedGroup(
      of(parts),
      among.map(({ id, parts: own }) => ({ id, group: of(own) })),
      probe,
    );
  const otherChecks = made.filter((one) => one.parts.checks !== parts.checks);
  return {
    ...watch(({ checks: _checks, gates: _gates, desk: _desk, delegate: _delegate, ...single }) => single),
    checks: [{ name: 'every check', ...watch(everyCheck, otherChecks) }],
    gates: watch(({ gates }) => gates),
    delegate: watch(({ delegate }) => delegate),
    desk: watch(({ desk }) => desk),
  };
}
