import type { Capability } from '../contract/index.ts';
import { openBook } from '../facts/book.ts';
import type { History } from '../history/index.ts';
import { type Pack, TIME_TABLE_RULES } from '../rulebook/index.ts';
import { access } from './access/permissions.ts';
import { audit, mail, refusals } from './access/privacy.ts';
import { visibility } from './access/visibility.ts';
import { accounts } from './accounts/accounts.ts';
import { administration } from './accounts/administration.ts';
import { delegateAccounts } from './accounts/delegate-accounts.ts';
import { features } from './accounts/features.ts';
import { building } from './case-build/building.ts';
import { choices } from './case-build/choices.ts';
import { questions } from './case-build/questions.ts';
import { starts } from './case-build/starts.ts';
import { uploads } from './case-build/uploads.ts';
import { caseLife } from './case-decision/case-life.ts';
import { caseNotices } from './case-decision/case-notices.ts';
import { determinations } from './case-decision/determinations.ts';
import { recording } from './case-decision/recording.ts';
import { caseLists } from './case-lookup/lists.ts';
import { claimAuthorization } from './claims/authorization.ts';
import { billing } from './claims/delegate-billing.ts';
import { claimMember } from './claims/member.ts';
import { claimNotice } from './claims/notice.ts';
import { claimReferral } from './claims/referral.ts';
import { delegated } from './delegation/delegated.ts';
import { documents } from './documents/documents.ts';
import { faxes } from './documents/faxes.ts';
import { type Family, needing } from './family.ts';
import type { Finding } from './finding.ts';
import { lookups } from './look-up/lookups.ts';
import { deferrals } from './maintenance/deferrals.ts';
import { administrativeReasons } from './notices/administrative.ts';
import { notices } from './notices/notices.ts';
import { outsideApprovals } from './out-of-network/approvals.ts';
import { grounds } from './out-of-network/grounds.ts';
import { asking } from './peer-to-peer/asking.ts';
import { booking } from './peer-to-peer/booking.ts';
import { changing } from './peer-to-peer/changing.ts';
import { peerEligibility } from './peer-to-peer/eligibility.ts';
import { peerSlots } from './peer-to-peer/slots.ts';
import { talks } from './peer-to-peer/talks.ts';
import { reports } from './practice-office/authorization-reports.ts';
import { eligibility } from './practice-office/eligibility.ts';
import { offices } from './practice-office/office.ts';
import { siteReports } from './practice-office/site-reports.ts';
import { channels } from './provider-obligations/channels.ts';
import { conduct } from './provider-obligations/conduct.ts';
import { afterwards } from './reconsideration/afterwards.ts';
import { reconsidering } from './reconsideration/delegate.ts';
import { options } from './reconsideration/options.ts';
import { reconsiderations } from './reconsideration/plan.ts';
import { announcements } from './request-entry/announcements.ts';
import { submissions } from './request-entry/judge.ts';
import { paper } from './request-entry/paper.ts';
import { requirements } from './request-entry/requirements.ts';
import { validRequests } from './request-entry/valid.ts';
import { decisionBasis } from './reviews/basis.ts';
import { aroundCare } from './reviews/care.ts';
import { criteria, messages } from './reviews/criteria.ts';
import { outreach } from './reviews/outreach.ts';
import { reviewRecord } from './reviews/record.ts';
import { whoDecides } from './reviews/who-decides.ts';
import { changes } from './revisions/changes.ts';
import { revisions } from './revisions/revisions.ts';
import { identity } from './statuses/identity.ts';
import { statuses } from './statuses/statuses.ts';
import { judgeTimeframes } from './time-frames/time-frames.ts';
import { viewer } from './viewer/index.ts';

export type { Book } from '../facts/book.ts';
export { openBook } from '../facts/book.ts';
export { dateOf, dayOf, ZoneTable } from '../facts/civil.ts';
export { earliestDue } from './clocks/arms.ts';
export { limit } from './clocks/counting.ts';
export { explainClock } from './clocks/explain.ts';
export { localWords } from './clocks/words.ts';
export { workingDays } from './clocks/working-days.ts';
export type { Family } from './family.ts';
export type { Evidence, Finding, FindingVerdict, Flip, Party, TimeFacts } from './finding.ts';
export {
  type AccessMember,
  type AccessNetwork,
  type AccessResult,
  NetworkAccess,
} from './network-access/network-access.ts';
export { type Course, coursesOf } from './peer-to-peer/course-of-talk.ts';

const timeframe: Family = {
  name: 'timeframe',
  rules: needing(['events', 'outbox', 'clock', 'desk'], ...TIME_TABLE_RULES),
  judge: judgeTimeframes,
};

/** Every family of rules that can be judged from a history. */
export const FAMILIES: readonly Family[] = [
  timeframe,
  whoDecides,
  notices,
  statuses,
  identity,
  reconsiderations,
  submissions,
  viewer,
  lookups,
  access,
  visibility,
  validRequests,
  changes,
  announcements,
  reports,
  requirements,
  criteria,
  messages,
  reviewRecord,
  decisionBasis,
  outreach,
  aroundCare,
  administrativeReasons,
  delegated,
  paper,
  grounds,
  outsideApprovals,
  claimAuthorization,
  claimReferral,
  claimNotice,
  claimMember,
  conduct,
  channels,
  accounts,
  administration,
  features,
  refusals,
  audit,
  mail,
  documents,
  faxes,
  deferrals,
  revisions,
  eligibility,
  ...offices,
  siteReports,
  delegateAccounts,
  starts,
  building,
  choices,
  questions,
  uploads,
  recording,
  determinations,
  caseNotices,
  caseLife,
  options,
  reconsidering,
  afterwards,
  caseLists,
  peerEligibility,
  peerSlots,
  asking,
  booking,
  changing,
  talks,
  billing,
];

/** What an implementation must be able to do for a rule to be judged, by rule. */
export const NEEDS: ReadonlyMap<string, readonly Capability[]> = new Map(
  FAMILIES.flatMap(({ rules }) => Object.entries(rules)),
);

/** Judges a history by every family. `explain` tries every single knob of each time limit. */
export function judge(history: History, pack: Pack, options = { explain: true }): Finding[] {
  const book = openBook(history, pack);
  return FAMILIES.flatMap((family) => family.judge(book, options));
}
