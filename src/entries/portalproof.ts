/**
 * `portalproof`: judge an implementation from a program. Adapters, scenarios, run, judge, results and reports; the reference
 * implementation to try them on. `examples/run-a-suite.mjs` uses it in fifteen lines.
 */
export {
  type Adapter,
  AdapterError,
  callTransport,
  commandAdapter,
  handlerTransport,
  httpAdapter,
  socketTransport,
} from '../adapters/index.ts';
export { ConfigError } from '../cli/shared/config-error.ts';
export { referenceAdapter } from '../cli/shared/in-process.ts';
export { loadScenarios } from '../cli/shared/load-scenarios.ts';
export { scenarioFolder } from '../cli/shared/ports.ts';
export { type ScenarioFilter, selectScenarios } from '../cli/shared/select-scenarios.ts';
export { reportPage, writeReport } from '../cli/shared/write-report.ts';
export * as contract from '../contract/index.ts';
export { type History, HistoryError, readHistory, toLines } from '../history/index.ts';
export { type Finding, judge } from '../oracles/index.ts';
export { createApp, Portal } from '../reference-impl/index.ts';
export { answerOf, type Results, readResults, toJunit, type Violation } from '../report/index.ts';
export { PACKS, type Pack, packOf, RULES, type Rule } from '../rulebook/index.ts';
export {
  type Conformance,
  type ConformanceOptions,
  type Outcome,
  play,
  type RuleVerdict,
  resultsOf,
  runConformance,
  runExitCode,
  runScenario,
  runSuite,
  type Scenario,
  scenario,
  smoke,
  type Verdict,
  verdictsOf,
} from '../run/index.ts';
