export { FROZEN, ZONES } from './calendars.data.ts';
export type { Holiday, ZoneTransition } from './calendars.ts';
export { DOCUMENTS, RULES } from './catalogue.data.ts';
export * from './catalogue.ts';
export * from './clock.ts';
export * from './figures.ts';
export * from './interpretation.ts';
export type {
  Fact,
  FactType,
  Layout,
  Pack,
  PackDuty,
  PackRule,
  PartRule,
  RulePack,
} from './pack.ts';
export type { OwnRuleId, PackRuleId } from './pack-rule-id.ts';
export * from './packs.ts';
export * from './rule.ts';
export type { DocumentKey, RuleId, Subject } from './rule-ids.ts';
export { US_ZONES } from './zones.ts';
