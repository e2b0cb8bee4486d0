import type { Adapter } from '../adapters/index.ts';
import type { CodeSets, Description } from '../contract/index.ts';
import type { Results } from '../report/index.ts';
import { PACKS, type Pack } from '../rulebook/index.ts';
import { resultsOf } from './results/results.ts';
import { type Outcome, runSuite } from './run-suite.ts';
import type { Scenario } from './scenario.ts';
import type { InterpretationChoice } from './verdicts.ts';

/** What is judged, with which scenarios, and how. */
export type ConformanceOptions = {
  readonly adapter: Adapter;
  readonly scenarios: readonly Scenario[];
  /** What the adapter answers to `describe`, where that is known already. */
  readonly description?: Description;
  /** The same seed gives the same histories; `1` unless given. */
  readonly seed?: string;
  /** Which interpretation of doubtful words the plan has adopted; `all` unless given: only what all agree on counts. */
  readonly interpretation?: InterpretationChoice;
  /** Scenarios at a time; 4 unless given. */
  readonly concurrency?: number;
  /** The packs that scenarios may name; those that are shipped unless given. */
  readonly packs?: readonly Pack[];
  readonly codes?: CodeSets;
  /** Which part of the suite was chosen, in words; the exit code then leaves out core rules that the part is not about. */
  readonly scope?: string;
  /** Who made the results, such as a name and a version. */
  readonly generator?: string;
  /** The options of `portalproof run` that lead to the same interface, with a leading blank, for lines that reproduce. */
  readonly interfaceOptions?: string;
  /** A monotonic clock in ms; without one, scenarios take no time. */
  readonly now?: () => number;
  /** The wall clock as ISO, for the records of histories. */
  readonly wall?: () => string;
  readonly signal?: AbortSignal;
  readonly onDone?: (outcome: Outcome, done: number, of: number) => void;
};

/** What a run came to: the value that results.json holds, and the outcome of each scenario with its history. */
export type Conformance = { readonly results: Results; readonly outcomes: readonly Outcome[] };

/**
 * Judges an implementation with scenarios. `results.exitCode` says how it ended. Throws AdapterError where the
 * implementation cannot describe itself, and RangeError for scenarios of unknown packs.
 */
export async function runConformance(options: ConformanceOptions): Promise<Conformance> {
  const { adapter, scenarios, seed = '1', packs: known = PACKS, scope } = options;
  const packs = known.filter(({ id }) => scenarios.some(({ pack }) => pack === id));
  const packOf = (id: string): Pack => {
    const pack = packs.find((one) => one.id === id);
    if (!pack)
      throw new RangeError(`there is no pack ${id}; there are ${known.map((one) => one.id).join(', ')}`);
    return pack;
  };
  const description = options.description ?? (await adapter.describe());
  const { codes, wall, signal, onDone } = options;
  const outcomes = await runSuite({
    adapter,
    description,
    scenarios,
    seed,
    pack: packOf,
    concurrency: options.concurrency ?? 4,
    now: options.now ?? (() => 0),
    ...(codes ? { codes } : {}),
    ...(wall ? { wall } : {}),
    ...(signal ? { signal } : {}),
    ...(onDone ? { onDone } : {}),
  });
  const within = new Set(scenarios.flatMap(({ expect }) => expect.map(({ rule }) => rule)));
  const results = resultsOf({
    outcomes,
    description,
    adapter: adapter.name,
    packs,
    interpretation: options.interpretation ?? 'all',
    seed,
    generator: options.generator ?? 'portalproof',
    complete: outcomes.length === scenarios.length,
    interfaceOptions: options.interfaceOptions ?? '',
    ...(scope === undefined ? {} : { scope, within }),
  });
  return { results, outcomes };
}
