import { accessMutants } from './access/index.ts';
import { accountsMutants } from './accounts/index.ts';
import { caseBuildMutants } from './case-build/index.ts';
import { caseDecisionMutants } from './case-decision/index.ts';
import { caseLookupMutants } from './case-lookup/index.ts';
import { claimsMutants } from './claims/index.ts';
import { delegationMutants } from './delegation/index.ts';
import { documentsMutants } from './documents/index.ts';
import { lookUpMutants } from './look-up/index.ts';
import { maintenanceMutants } from './maintenance/index.ts';
import type { Mutant } from './mutant.ts';
import { noticesMutants } from './notices/index.ts';
import { outOfNetworkMutants } from './out-of-network/index.ts';
import { peerToPeerMutants } from './peer-to-peer/index.ts';
import { practiceOfficeMutants } from './practice-office/index.ts';
import { reconsiderationMutants } from './reconsideration/index.ts';
import { requestEntryMutants } from './request-entry/index.ts';
import { reviewsMutants } from './reviews/index.ts';
import { revisionsMutants } from './revisions/index.ts';
import { statusesMutants } from './statuses/index.ts';
import { timeFramesMutants } from './time-frames/index.ts';
import { viewerMutants } from './viewer/index.ts';

export type { Mutant } from './mutant.ts';
export { probed } from './probe.ts';

/** Every deliberate fault, each naming the one rule that it primarily breaks, by subject. */
export const MUTANTS: readonly Mutant[] = [
  ...timeFramesMutants,
  ...requestEntryMutants,
  ...reviewsMutants,
  ...statusesMutants,
  ...noticesMutants,
  ...viewerMutants,
  ...revisionsMutants,
  ...reconsiderationMutants,
  ...outOfNetworkMutants,
  ...claimsMutants,
  ...delegationMutants,
  ...lookUpMutants,
  ...accessMutants,
  ...accountsMutants,
  ...documentsMutants,
  ...maintenanceMutants,
  ...practiceOfficeMutants,
  ...caseBuildMutants,
  ...caseDecisionMutants,
  ...caseLookupMutants,
  ...peerToPeerMutants,
];
