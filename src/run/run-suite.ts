import PQueue from 'p-queue';
import type { Adapter } from '../adapters/index.ts';
import type { Capability, CodeSets, Description } from '../contract/index.ts';
import type { History } from '../history/index.ts';
import { type Finding, judge } from '../oracles/index.ts';
import { type Pack, packOf, ruleOf } from '../rulebook/index.ts';
import { unfulfilled } from './expectations.ts';
import { misfitsOf } from './misfits.ts';
import { needsOf, play } from './play.ts';
import type { Scenario } from './scenario.ts';

export type ScenarioVerdict = 'pass' | 'fail' | 'warn' | 'error' | 'unsupported';

/** What became of one scenario. */
export type Outcome = {
  readonly scenario: Scenario;
  readonly verdict: ScenarioVerdict;
  readonly seconds: number;
  readonly history: History | null;
  readonly findings: readonly Finding[];
  /** Why it is an error, or which capabilities are lacking. */
  readonly notes: readonly string[];
  /** Answers that do not fit the contract. */
  readonly misfits: readonly string[];
};

export type SuiteOptions = {
  readonly adapter: Adapter;
  readonly description: Description;
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  readonly concurrency: number;
  /** A monotonic clock in ms, for how long each scenario took. */
  readonly now: () => number;
  readonly wall?: () => string;
  readonly pack?: (id: string) => Pack;
  readonly explain?: boolean;
  readonly codes?: CodeSets;
  readonly onDone?: (outcome: Outcome, done: number, of: number) => void;
  readonly signal?: AbortSignal;
};

const isViolation = ({ verdict, on }: Finding): boolean => verdict === 'violated' && on === 'portal';

/** How one scenario is played and judged; a suite adds the scenarios and how many at a time. */
export type ScenarioOptions = Omit<SuiteOptions, 'scenarios' | 'concurrency' | 'onDone' | 'signal'>;

/**
 * Plays one scenario in a world of its own and judges it. A broken conversation and a lacking capability are outcomes; what is
 * thrown is a fault of ours.
 */
export async function runScenario(scenario: Scenario, options: ScenarioOptions): Promise<Outcome> {
  const { adapter, description, seed, now, wall } = options;
  const started = now();
  const seconds = (): number => Math.round(now() - started) / 1000;
  const lacking = needsOf(scenario).filter((need) => !description.capabilities.includes(need));
  if (lacking.length > 0) {
    const notes = [`needs ${lacking.join(', ')}`];
    return { scenario, verdict: 'unsupported', seconds: 0, history: null, findings: [], notes, misfits: [] };
  }
  const pack = (options.pack ?? packOf)(scenario.pack);
  const { history, error } = await play(scenario, {
    adapter,
    implementation: `${description.product} ${description.version}`,
    capabilities: description.capabilities as readonly Capability[],
    seed,
    zone: pack.zone,
    ...(options.codes ? { codes: options.codes } : {}),
    ...(wall ? { wall } : {}),
  });
  const findings = judge(history, pack, { explain: options.explain ?? true });
  const misfits = misfitsOf(history);
  if (error)
    return {
      scenario,
      verdict: 'error',
      seconds: seconds(),
      history,
      findings,
      notes: [error.message],
      misfits,
    };
  const missed = unfulfilled(scenario, findings, description.capabilities);
  const violated = findings.filter(isViolation);
  const failed = violated.some(({ rule }) => ruleOf(rule).severity === 'fail');
  const mild = violated.length > 0 ? 'warn' : missed.length > 0 ? 'error' : 'pass';
  const verdict = failed ? 'fail' : mild;
  return { scenario, verdict, seconds: seconds(), history, findings, notes: missed, misfits };
}

/**
 * Plays scenarios side by side, each in a world of its own. The outcomes come in the order of the scenarios
 * whatever the concurrency. A stop (signal) leaves what is done.
 */
export async function runSuite(options: SuiteOptions): Promise<Outcome[]> {
  const { scenarios, concurrency, onDone, signal } = options;
  const queue = new PQueue({ concurrency });
  const outcomes: (Outcome | undefined)[] = scenarios.map(() => undefined);
  const running: Promise<void>[] = [];
  let done = 0;
  for (const [index, scenario] of scenarios.entries()) {
    await queue.onSizeLessThan(concurrency);
    if (signal?.aborted) break;
    const task = queue.add(async () => {
      if (signal?.aborted) return;
      const outcome = await runScenario(scenario, options);
      outcomes[index] = outcome;
      done += 1;
      onDone?.(outcome, done, scenarios.length);
    });
    running.push(task);
  }
  await Promise.all(running);
  return outcomes.filter((outcome) => outcome !== undefined);
}
