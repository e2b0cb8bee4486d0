import type { Capability } from '../contract/index.ts';
import type { History } from '../history/index.ts';
import { type Pack, TIME_TABLE_RULES } from '../rulebook/index.ts';
import { access } from './access.ts';
import { openBook } from './casebook/book.ts';
import { claimAuthorization } from './claims/authorization.ts';
import { claimMember } from './claims/member.ts';
import { claimNotice } from './claims/notice.ts';
import { claimReferral } from './claims/referral.ts';
import { channels } from './conduct/channels.ts';
import { conduct } from './conduct/conduct.ts';
import { delegateAccounts } from './delegate/accounts.ts';
import { afterwards } from './delegate/afterwards.ts';
import { asking } from './delegate/asking.ts';
import { billing } from './delegate/billing.ts';
import { booking } from './delegate/booking.ts';
import { building } from './delegate/building.ts';
import { caseLife } from './delegate/case-life.ts';
import { caseNotices } from './delegate/case-notices.ts';
import { changing } from './delegate/changing.ts';
import { choices } from './delegate/choices.ts';
import { determinations } from './delegate/determinations.ts';
import { caseLists } from './delegate/lists.ts';
import { options } from './delegate/options.ts';
import { peerEligibility } from './delegate/peer-eligibility.ts';
import { questions } from './delegate/questions.ts';
import { reconsidering } from './delegate/reconsidering.ts';
import { recording } from './delegate/recording.ts';
import { peerSlots } from './delegate/slots.ts';
import { starts } from './delegate/starts.ts';
import { talks } from './delegate/talks.ts';
import { uploads } from './delegate/uploads.ts';
import { type Family, needing } from './family.ts';
import type { Finding } from './finding.ts';
import { identity } from './identity.ts';
import { lookups } from './lookups.ts';
import { notices } from './notices.ts';
import { outsideApprovals } from './outside/approvals.ts';
import { grounds } from './outside/grounds.ts';
import { paper } from './outside/paper.ts';
import { accounts } from './portal/accounts.ts';
import { administration } from './portal/administration.ts';
import { deferrals } from './portal/deferrals.ts';
import { documents } from './portal/documents.ts';
import { eligibility } from './portal/eligibility.ts';
import { faxes } from './portal/faxes.ts';
import { features } from './portal/features.ts';
import { offices } from './portal/office.ts';
import { audit, mail, refusals } from './portal/privacy.ts';
import { siteReports } from './portal/reports.ts';
import { revisions } from './portal/revisions.ts';
import { reconsiderations } from './reconsiderations.ts';
import { administrativeReasons } from './requests/administrative.ts';
import { announcements } from './requests/announcements.ts';
import { changes } from './requests/changes.ts';
import { criteria, messages } from './requests/criteria.ts';
import { delegated } from './requests/delegated.ts';
import { reports } from './requests/reports.ts';
import { requirements } from './requests/requirements.ts';
import { validRequests } from './requests/valid.ts';
import { decisionBasis } from './reviews/basis.ts';
import { aroundCare } from './reviews/care.ts';
import { outreach } from './reviews/outreach.ts';
import { reviewRecord } from './reviews/record.ts';
import { statuses } from './statuses.ts';
import { submissions } from './submission/judge.ts';
import { judgeTimeframes } from './timeframe.ts';
import { viewer } from './viewer.ts';
import { visibility } from './visibility.ts';
import { whoDecides } from './who-decides.ts';

export type { Book } from './casebook/book.ts';
export { openBook } from './casebook/book.ts';
export { type Course, coursesOf } from './delegate/course-of-talk.ts';
export type { Family } from './family.ts';
export type { Evidence, Finding, FindingVerdict, Flip, Party, TimeFacts } from './finding.ts';
export { type AccessMember, type AccessNetwork, type AccessResult, NetworkAccess } from './network-access.ts';
export { earliestDue } from './time/arms.ts';
export { dateOf, dayOf, ZoneTable } from './time/civil.ts';
export { limit } from './time/counting.ts';
export { explainClock } from './time/explain.ts';
export { localWords } from './time/words.ts';
export { workingDays } from './time/working-days.ts';

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
