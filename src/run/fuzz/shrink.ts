import fc from 'fast-check';
import type { Scenario } from '../scenario.ts';
import { type Atom, atomsOf, type Cut, cutScenario, lengthOf, RESTS, WHOLE } from './cut.ts';

/** Places of the atoms that go together: those of steps about one case, or by one actor. */
function threads(scenario: Scenario, atoms: readonly Atom[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [place, atom] of atoms.entries()) {
    const step = scenario.steps[atom.step];
    if (atom.kind !== 'step' || !step) continue;
    for (const name of [`case ${step.case}`, `actor ${step.as}`, `do ${step.do}`])
      groups.set(name, [...(groups.get(name) ?? []), place]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Runs of neighbours, from half of all down to single ones, the last first. */
function* runs(places: readonly number[]): Generator<readonly number[]> {
  for (let size = Math.ceil(places.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = places.length; end > 0; end -= size) yield places.slice(Math.max(0, end - size), end);
  }
}

/** Every smaller scenario to try, the smallest steps last: a scenario from which none can be taken is minimal. */
function* smaller(scenario: Scenario, { out, rest }: Cut): Generator<Cut> {
  const atoms = atomsOf(scenario);
  const goneSteps = new Set(
    [...out].flatMap((place) => (atoms[place]?.kind === 'step' ? [atoms[place].step] : [])),
  );
  const live = (kinds: readonly Atom['kind'][]): number[] =>
    [...atoms.keys()].filter((place) => {
      const atom = atoms[place] as Atom;
      return !out.has(place) && kinds.includes(atom.kind) && !goneSteps.has(atom.step);
    });
  const without = (places: readonly number[]): Cut => ({ out: new Set([...out, ...places]), rest });
  for (const group of threads(scenario, atoms)) {
    const left = group.filter((place) => !out.has(place));
    if (left.length > 0) yield without(left);
  }
  for (const run of runs(live(['step']))) yield without(run);
  for (const shorter of RESTS.slice(1)) {
    if (rest !== 'drawn' && RESTS.indexOf(shorter) >= RESTS.indexOf(rest)) break;
    yield { out, rest: shorter };
  }
  for (const run of runs(live(['entry', 'omission', 'key']))) yield without(run);
  for (const run of runs(live(['wait']))) yield without(run);
}

/** One scenario and what it can be cut down to, as a value that fast-check shrinks. */
class CutArbitrary extends fc.Arbitrary<Cut> {
  readonly #scenario: Scenario;

  constructor(scenario: Scenario) {
    super();
    this.#scenario = scenario;
  }

  override generate(): fc.Value<Cut> {
    return new fc.Value(WHOLE, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Cut {
    return typeof value === 'object' && value !== null && 'out' in value;
  }

  override shrink(value: Cut): fc.Stream<fc.Value<Cut>> {
    return fc.stream(smaller(this.#scenario, value)).map((cut) => new fc.Value(cut, undefined));
  }
}

export type Shrunk = {
  readonly cut: Cut;
  readonly scenario: Scenario;
  readonly steps: number;
  /** How many scenarios were played on the way. */
  readonly tries: number;
};

/**
 * Cuts a scenario down as long as it still fails, until no step, entry or wait can be left out. `fails` is asked once
 * for each scenario. Answers the scenario as it is where it does not fail when played again.
 */
export async function shrinkScenario(
  scenario: Scenario,
  fails: (smaller: Scenario) => Promise<boolean>,
  most = 2_000,
): Promise<Shrunk> {
  let tries = 0;
  const known = new Map<string, boolean>();
  const property = fc.asyncProperty(new CutArbitrary(scenario), async (cut) => {
    const smaller = cutScenario(scenario, cut);
    const key = JSON.stringify([smaller.steps, smaller.until]);
    const answer = known.get(key) ?? (smaller.steps.length > 0 && tries < most && (await fails(smaller)));
    if (!known.has(key)) tries += 1;
    known.set(key, answer);
    return !answer;
  });
  const { counterexample } = await fc.check(property, { numRuns: 1, seed: 0 });
  const cut = counterexample?.[0] ?? WHOLE;
  return { cut, scenario: cutScenario(scenario, cut), steps: lengthOf(scenario, cut), tries };
}
