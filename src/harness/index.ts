export { unfulfilled } from './expectations.ts';
export { needsOf, type Played, type PlayOptions, play, worldOf } from './play.ts';
export { type Outcome, runSuite, type ScenarioVerdict, type SuiteOptions } from './run-suite.ts';
export { type Expectation, type Scenario, type Step, scenario } from './scenario.ts';
export {
  type ReadingChoice,
  type RuleVerdict,
  type Verdict,
  type VerdictInputs,
  verdictsOf,
  verdictUnder,
} from './verdicts.ts';
