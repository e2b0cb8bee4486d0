export { type DataMutant, dataMutants, type WithoutTrial, withoutTrial } from './data-mutants.ts';
export {
  type DataMutantResult,
  type Extent,
  type MutantName,
  type MutantResult,
  type SelfTestOptions,
  type SelfTestResult,
  sumUp,
  trusted,
  tryClean,
  tryDataMutant,
  tryMutant,
} from './self-test.ts';
