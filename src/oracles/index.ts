import type { Capability } from '../contract/index.ts';
import type { History } from '../history/index.ts';
import type { Pack, RuleId } from '../rulebook/index.ts';
import { checks as access } from './access/index.ts';
import { checks as accounts } from './accounts/index.ts';
import { checks as caseBuild } from './case-build/index.ts';
import { checks as caseDecision } from './case-decision/index.ts';
import { checks as caseLookup } from './case-lookup/index.ts';
import type { Check } from './check.ts';
import { checks as claims } from './claims/index.ts';
import { checks as delegation } from './delegation/index.ts';
import { checks as documents } from './documents/index.ts';
import type { Finding } from './finding.ts';
import { judgeBy } from './judge-by.ts';
import { checks as lookUp } from './look-up/index.ts';
import { checks as maintenance } from './maintenance/index.ts';
import { checks as notices } from './notices/index.ts';
import { checks as outOfNetwork } from './out-of-network/index.ts';
import { checks as peerToPeer } from './peer-to-peer/index.ts';
import { checks as practiceOffice } from './practice-office/index.ts';
import { checks as providerObligations } from './provider-obligations/index.ts';
import { checks as reconsideration } from './reconsideration/index.ts';
import { checks as requestEntry } from './request-entry/index.ts';
import { checks as reviews } from './reviews/index.ts';
import { checks as revisions } from './revisions/index.ts';
import { checks as statuses } from './statuses/index.ts';
import { checks as timeFrames } from './time-frames/index.ts';
import { checks as viewer } from './viewer/index.ts';

export { dateOf, dayOf, ZoneTable } from '../facts/civil.ts';
export type { Facts } from '../facts/facts.ts';
export { factsOf } from '../facts/facts.ts';
export type { Check } from './check.ts';
export { earliestDue } from './clocks/arms.ts';
export { limit } from './clocks/counting.ts';
export { explainClock } from './clocks/explain.ts';
export { judgePack, type PackFinding, type PackJudgment } from './clocks/judge-pack.ts';
export { localWords } from './clocks/words.ts';
export { workingDays } from './clocks/working-days.ts';
export { matches, same } from './compare.ts';
export type { Evidence, Finding, FindingVerdict, Flip, Party, TimeFacts } from './finding.ts';
export { judgeBy } from './judge-by.ts';
export {
  type AccessMember,
  type AccessNetwork,
  type AccessResult,
  NetworkAccess,
} from './network-access/network-access.ts';
export { type Course, coursesOf } from './peer-to-peer/course.ts';
export { type Demand, type Expected, instant, type Value, type Values } from './value.ts';

/** Every check, by the subject of its rule. */
export const SUBJECTS = {
  'time-frames': timeFrames,
  notices: notices,
  statuses: statuses,
  reviews: reviews,
  'request-entry': requestEntry,
  viewer: viewer,
  'look-up': lookUp,
  access: access,
  revisions: revisions,
  documents: documents,
  maintenance: maintenance,
  'practice-office': practiceOffice,
  accounts: accounts,
  'out-of-network': outOfNetwork,
  claims: claims,
  'provider-obligations': providerObligations,
  delegation: delegation,
  'case-build': caseBuild,
  'case-decision': caseDecision,
  'case-lookup': caseLookup,
  reconsideration: reconsideration,
  'peer-to-peer': peerToPeer,
} as const satisfies Readonly<Record<string, readonly Check[]>>;

export type Subject = keyof typeof SUBJECTS;

/** Every check that a history can be judged by. */
export const CHECKS: readonly Check[] = Object.values(SUBJECTS).flat();

/** What an implementation must be able to do for a rule to be judged, by rule. */
export const NEEDS: ReadonlyMap<RuleId, readonly Capability[]> = new Map(
  CHECKS.map(({ rule, needs }) => [rule, needs]),
);

/** Judges a history by every check. `explain` tries every single setting of each time limit. */
export function judge(history: History, pack: Pack, options = { explain: true }): Finding[] {
  return judgeBy(CHECKS, history, pack, options);
}
