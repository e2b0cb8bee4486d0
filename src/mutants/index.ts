import { accessMutants } from './access.ts';
import { aroundCareMutants } from './around-care.ts';
import { claimMutants } from './claims/index.ts';
import { decisionMutants } from './decisions.ts';
import { delegateAccountMutants } from './delegate/accounts.ts';
import { caseBuildMutants } from './delegate/building.ts';
import { determinationMutants } from './delegate/determinations.ts';
import { eligibilityMutants } from './delegate/eligibility.ts';
import { caseListMutants } from './delegate/lists.ts';
import { postDecisionMutants } from './delegate/post-decision.ts';
import { slotMutants } from './delegate/slots.ts';
import { delegateStartMutants } from './delegate/starts.ts';
import { talkMutants } from './delegate/talks.ts';
import { delegateMutants } from './delegates.ts';
import { entryMutants } from './entries.ts';
import { guidelineMutants } from './guidelines.ts';
import { lookUpMutants } from './look-up.ts';
import type { Mutant } from './mutant.ts';
import { noticeMutants } from './notices.ts';
import { numberMutants } from './numbers.ts';
import { outsideMutants } from './outside.ts';
import { pageMutants } from './pages.ts';
import { accountMutants } from './portal/accounts.ts';
import { deferralMutants } from './portal/deferrals.ts';
import { documentMutants } from './portal/documents.ts';
import { officeMutants } from './portal/offices.ts';
import { revisionMutants } from './portal/revisions.ts';
import { requestMutants } from './requests.ts';
import { reviewMutants } from './reviews.ts';
import { statusMutants } from './statuses.ts';
import { misreadingMutants, timeLimitMutants } from './time-limits.ts';

export type { Mutant } from './mutant.ts';
export { probed } from './probe.ts';

/** Every deliberate fault, each naming the one rule that it primarily breaks. */
export const MUTANTS: readonly Mutant[] = [
  ...timeLimitMutants,
  ...misreadingMutants,
  ...decisionMutants,
  ...noticeMutants,
  ...statusMutants,
  ...numberMutants,
  ...entryMutants,
  ...pageMutants,
  ...lookUpMutants,
  ...accessMutants,
  ...requestMutants,
  ...guidelineMutants,
  ...reviewMutants,
  ...aroundCareMutants,
  ...outsideMutants,
  ...delegateMutants,
  ...claimMutants,
  ...accountMutants,
  ...documentMutants,
  ...deferralMutants,
  ...revisionMutants,
  ...officeMutants,
  ...delegateAccountMutants,
  ...delegateStartMutants,
  ...caseListMutants,
  ...caseBuildMutants,
  ...determinationMutants,
  ...postDecisionMutants,
  ...eligibilityMutants,
  ...slotMutants,
  ...talkMutants,
];
