export { type ControlRun, controlRun } from './control-run.ts';
export { type Coverage, neverReached, type RuleCount } from './coverage.ts';
export { cutScenario, WHOLE } from './cut.ts';
export { withFaults } from './faults.ts';
export {
  type Broken,
  type Failure,
  type FuzzOptions,
  type FuzzPart,
  fuzz,
  joined,
} from './fuzz.ts';
export { type Origin, scenarioAt, WORLD_SEED } from './scenario.ts';
export { type Shrunk, shrinkScenario } from './shrink.ts';
export { readToken, tokenOf } from './token.ts';
export { type Ground, isRoot, type Tried, tryScenario, violatedIn } from './try-scenario.ts';
