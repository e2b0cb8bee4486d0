import { accessLiars } from './access.ts';
import { aroundCareLiars } from './around-care.ts';
import { claimLiars } from './claims/index.ts';
import { decisionLiars } from './decisions.ts';
import { delegateAccountLiars } from './delegate/accounts.ts';
import { caseBuildLiars } from './delegate/building.ts';
import { determinationLiars } from './delegate/determinations.ts';
import { eligibilityLiars } from './delegate/eligibility.ts';
import { caseListLiars } from './delegate/lists.ts';
import { postDecisionLiars } from './delegate/post-decision.ts';
import { slotLiars } from './delegate/slots.ts';
import { delegateStartLiars } from './delegate/starts.ts';
import { talkLiars } from './delegate/talks.ts';
import { delegateLiars } from './delegates.ts';
import { entryLiars } from './entries.ts';
import { guidelineLiars } from './guidelines.ts';
import type { Liar } from './liar.ts';
import { lookUpLiars } from './look-up.ts';
import { noticeLiars } from './notices.ts';
import { numberLiars } from './numbers.ts';
import { outsideLiars } from './outside.ts';
import { pageLiars } from './pages.ts';
import { accountLiars } from './portal/accounts.ts';
import { deferralLiars } from './portal/deferrals.ts';
import { documentLiars } from './portal/documents.ts';
import { officeLiars } from './portal/offices.ts';
import { revisionLiars } from './portal/revisions.ts';
import { requestLiars } from './requests.ts';
import { reviewLiars } from './reviews.ts';
import { statusLiars } from './statuses.ts';
import { misreadingLiars, timeLimitLiars } from './time-limits.ts';

export type { Liar } from './liar.ts';
export { probed } from './probe.ts';

/** Every deliberate fault, each naming the one rule that it primarily breaks. */
export const LIARS: readonly Liar[] = [
  ...timeLimitLiars,
  ...misreadingLiars,
  ...decisionLiars,
  ...noticeLiars,
  ...statusLiars,
  ...numberLiars,
  ...entryLiars,
  ...pageLiars,
  ...lookUpLiars,
  ...accessLiars,
  ...requestLiars,
  ...guidelineLiars,
  ...reviewLiars,
  ...aroundCareLiars,
  ...outsideLiars,
  ...delegateLiars,
  ...claimLiars,
  ...accountLiars,
  ...documentLiars,
  ...deferralLiars,
  ...revisionLiars,
  ...officeLiars,
  ...delegateAccountLiars,
  ...delegateStartLiars,
  ...caseListLiars,
  ...caseBuildLiars,
  ...determinationLiars,
  ...postDecisionLiars,
  ...eligibilityLiars,
  ...slotLiars,
  ...talkLiars,
];
