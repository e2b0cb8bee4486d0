/** The parts of portalproof that other programs build on. */
export {
  type Adapter,
  AdapterError,
  callTransport,
  commandAdapter,
  handlerTransport,
  httpAdapter,
  socketTransport,
} from './adapters/index.ts';
export * as contract from './contract/index.ts';
export { type History, HistoryError, readHistory, toLines } from './history/index.ts';
export { type Finding, judge } from './oracles/index.ts';
export { createApp, Portal } from './reference-impl/index.ts';
export { PACKS, type Pack, packOf, RULES, type Rule } from './rulebook/index.ts';
export { play, runSuite, type Scenario, scenario, smoke } from './run/index.ts';
