import type { Adapter } from '../../adapters/index.ts';
import type { Finding } from '../../oracles/index.ts';
import { type Pack, packOf, type RuleId } from '../../rulebook/index.ts';
import { type Outcome, runSuite } from '../run-suite.ts';
import type { Scenario } from '../scenario.ts';
import { type DataMutant, dataMutants, type WithoutTrial } from './data-mutants.ts';
import { bearsOut, NETWORK_CASES } from './network-cases.ts';

/** A mutant as the self-test knows it: by name. */
export type MutantName = { readonly id: string; readonly breaks: RuleId; readonly summary: string };

export type MutantResult = MutantName & {
  /** Scenarios in which the broken rule was found violated. */
  readonly caughtBy: readonly string[];
  /** Rules that were found violated though the mutant does not break them. */
  readonly unexpected: readonly string[];
  /** What went wrong beside: a scenario that could not be finished. */
  readonly errors: readonly string[];
};

export type DataMutantResult = {
  readonly id: string;
  readonly killed: boolean;
  readonly killedBy: readonly string[];
};

export type SelfTestResult = {
  readonly killRate: number;
  readonly mutants: readonly MutantResult[];
  readonly dataMutants: readonly DataMutantResult[];
  readonly withoutTrial: readonly WithoutTrial[];
  readonly clean: { readonly violations: number; readonly errors: readonly string[] };
};

export type SelfTestOptions = {
  readonly pack: Pack;
  readonly scenarios: readonly Scenario[];
  readonly mutants: readonly MutantName[];
  readonly year: string;
  readonly seed: string;
  readonly now: () => number;
  /** A portal with a fault (or none), whose worlds follow a pack, behind an adapter in this process. */
  readonly adapterFor: (mutant: string | null, pack: Pack) => Adapter;
  readonly onDone?: (what: string, done: number, of: number) => void;
};

const isRoot = (found: Finding): boolean =>
  found.verdict === 'violated' && found.on === 'portal' && found.causedBy === null;

async function playAll(
  options: SelfTestOptions,
  mutant: string | null,
  pack: Pack,
  scenarios: readonly Scenario[],
  enough: (outcome: Outcome) => boolean = () => false,
): Promise<Outcome[]> {
  const adapter = options.adapterFor(mutant, pack);
  const description = await adapter.describe();
  const { seed, now } = options;
  const stop = new AbortController();
  return runSuite({
    adapter,
    description,
    scenarios,
    seed,
    now,
    concurrency: 1,
    // The pack on trial in place of its namesake; scenarios of other packs play by their own.
    pack: (id) => (id === pack.id ? pack : packOf(id)),
    explain: false,
    signal: stop.signal,
    onDone: (outcome) => {
      if (enough(outcome)) stop.abort();
    },
  });
}

/** How far the scenarios of a mutant are played: all, or only until one kills it. */
export type Extent = 'all' | 'until-killed';

/**
 * Plays scenarios on a mutant: those in which it would act otherwise than the reference implementation, where that is
 * known, for on the others it is the reference implementation; else every one.
 */
export async function tryMutant(
  options: SelfTestOptions,
  mutant: MutantName,
  reached?: readonly string[],
  extent: Extent = 'all',
): Promise<MutantResult> {
  const known = reached ? new Set(reached) : null;
  const bearing = options.scenarios.filter(({ id }) => known === null || known.has(id));
  const catches = ({ findings }: Outcome): boolean =>
    findings.some((found) => isRoot(found) && found.rule === mutant.breaks);
  const expects = ({ expect }: Scenario): boolean => expect.some(({ rule }) => rule === mutant.breaks);
  const quick = extent === 'until-killed';
  // Those that were written about the broken rule come first: most often the first of them kills.
  const scenarios = quick ? [...bearing.filter(expects), ...bearing.filter((one) => !expects(one))] : bearing;
  const enough = (outcome: Outcome): boolean => quick && catches(outcome);
  const outcomes = await playAll(options, mutant.id, options.pack, scenarios, enough);
  const caughtBy = outcomes.filter(catches);
  const unexpected = new Set(
    outcomes.flatMap(({ findings }) =>
      findings.filter((found) => isRoot(found) && found.rule !== mutant.breaks).map(({ rule }) => rule),
    ),
  );
  const broken = outcomes.filter(
    ({ verdict, history }) => verdict === 'error' && history?.complete === false,
  );
  return {
    ...mutant,
    caughtBy: caughtBy.map(({ scenario }) => scenario.id),
    unexpected: [...unexpected].sort(),
    errors: broken.map(({ scenario, notes }) => `${scenario.id}: ${notes.join('; ')}`),
  };
}

/** Plays the scenarios that bear on a mutant; those that no longer find what was worked out by hand kill it. */
export async function tryDataMutant(
  options: SelfTestOptions,
  { id, pack, bearsOn, networks }: DataMutant,
  extent: Extent = 'all',
): Promise<DataMutantResult> {
  const broken = networks.filter((network) => !bearsOut(network, pack.figures)).map((network) => network.id);
  const kills = ({ notes }: Outcome): boolean => notes.length > 0;
  const quick = extent === 'until-killed';
  const enough = (outcome: Outcome): boolean => quick && kills(outcome);
  const bearing = quick && broken.length > 0 ? [] : options.scenarios.filter(bearsOn);
  const outcomes = await playAll(options, null, pack, bearing, enough);
  const killedBy = [...broken, ...outcomes.filter(kills).map(({ scenario }) => scenario.id)];
  return { id, killed: killedBy.length > 0, killedBy };
}

/** Plays every scenario on the reference implementation, and holds every network against the figures as they are. */
export async function tryClean(options: SelfTestOptions): Promise<SelfTestResult['clean']> {
  const outcomes = await playAll(options, null, options.pack, options.scenarios);
  const violations = outcomes.flatMap(({ findings }) =>
    findings.filter(({ verdict, on }) => verdict === 'violated' && on === 'portal'),
  );
  const errors = outcomes
    .filter(({ verdict }) => verdict === 'error')
    .map(({ scenario, notes }) => `${scenario.id}: ${notes.join('; ')}`);
  const networks = NETWORK_CASES.filter((network) => !bearsOut(network, options.pack.figures)).map(
    ({ id }) => `${id}: the check finds something else than was worked out by hand`,
  );
  return { violations: violations.length, errors: [...errors, ...networks] };
}

/** The sum: every mutant must be caught by its rule, and by nothing that it does not break. */
export const sumUp = (
  mutants: readonly MutantResult[],
  dataMutants: readonly DataMutantResult[],
  clean: SelfTestResult['clean'],
  withoutTrial: readonly WithoutTrial[] = [],
): SelfTestResult => ({
  killRate:
    mutants.length === 0 ? 1 : mutants.filter(({ caughtBy }) => caughtBy.length > 0).length / mutants.length,
  mutants,
  dataMutants,
  withoutTrial,
  clean,
});

/** Whether a self-test shows that the oracles can be trusted. */
export const trusted = ({ killRate, mutants, dataMutants, clean }: SelfTestResult): boolean =>
  killRate === 1 &&
  mutants.every(({ unexpected, errors }) => unexpected.length === 0 && errors.length === 0) &&
  dataMutants.every(({ killed }) => killed) &&
  clean.violations === 0 &&
  clean.errors.length === 0;

export { dataMutants };
