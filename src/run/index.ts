export { type Conformance, type ConformanceOptions, runConformance } from './conformance.ts';
export { auditExitCode, controlHolds, type ExitCode, fuzzExitCode, runExitCode } from './exit-code.ts';
export { unfulfilled } from './expectations.ts';
export { needsOf, type Played, type PlayOptions, play } from './play.ts';
export { type ResultsInputs, resultsOf } from './results/results.ts';
export { violationOf } from './results/violations.ts';
export { type Outcome, runScenario, runSuite, type ScenarioVerdict, type SuiteOptions } from './run-suite.ts';
export { type Expectation, type Scenario, type Step, scenario, scenarioSchema } from './scenario.ts';
export { type SmokeResult, smoke } from './smoke.ts';
export {
  type Conduct,
  conductOf,
  type InterpretationChoice,
  type RuleVerdict,
  type Verdict,
  type VerdictInputs,
  verdictsOf,
  verdictUnder,
} from './verdicts.ts';
export { seedOf, worldOf } from './world-of.ts';
