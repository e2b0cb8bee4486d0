import type { Mutant } from '../mutant.ts';
import { authorizationReports } from './authorization-reports.ts';
import { claimsAndPayments } from './claims-and-payments.ts';
import { eligibility } from './eligibility.ts';
import { siteReports } from './site-reports.ts';

/** Every mutant of the subject practice-office. */
export const practiceOfficeMutants: readonly Mutant[] = [
  ...authorizationReports,
  ...eligibility,
  ...claimsAndPayments,
  ...siteReports,
];
