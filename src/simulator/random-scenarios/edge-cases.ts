import { auditTrail, twoSites } from './access/edge-cases.ts';
import { accessOverMonths } from './accounts/edge-cases.ts';
import { CASE_EDGE_CASES } from './case-build/edge-cases.ts';
import { claimsAfterDecision, exemptClaims } from './claims/claims.ts';
import { documentsOfOneName } from './documents/edge-cases.ts';
import { maintenanceWeekend } from './maintenance/edge-cases.ts';
import { type Move, writeOne } from './moves.ts';
import { officeDays } from './practice-office/edge-cases.ts';
import { coverageEnds, edgeEntries, referralSpans } from './request-entry/edge-cases.ts';
import {
  actsInEveryStatus,
  denialsByEveryClock,
  informationNeverComplete,
  observationThenStay,
} from './reviews/edge-cases.ts';

/** A thread about the weekend on which the portal is maintained. */
const weekend: Omit<Move<string>, 'weight'> = {
  name: 'the maintenance weekend',
  subject: 'maintenance',
  after: ['portal.maintenance.window', 'portal.maintenance.no-status-until-monday'],
  write: maintenanceWeekend,
};

/**
 * What random threads seldom reach by themselves, each a short thread of its own. The maintenance weekend has two
 * places, so that a seed draws what it always drew.
 */
export const PLAN_EDGE_CASES: readonly Move<string>[] = [
  {
    name: 'coverage that ends',
    subject: 'request-entry',
    weight: 1,
    after: ['portal.referral.active-eligibility-required'],
    write: coverageEnds,
  },
  {
    name: 'two referrals side by side',
    subject: 'request-entry',
    weight: 2,
    after: ['portal.referral.distinct-date-span', 'portal.referral.max-span-one-year'],
    write: referralSpans,
  },
  {
    name: 'claims that need no authorization',
    subject: 'claims',
    weight: 2,
    after: ['um.pa.exempt-er', 'um.pa.exempt-observation', 'um.referral.exempt-emergency'],
    write: exemptClaims,
  },
  {
    name: 'observation that becomes a stay',
    subject: 'request-entry',
    weight: 1,
    after: ['um.status.obs-to-inpatient-closes'],
    write: observationThenStay,
  },
  {
    name: 'a user of two sites',
    subject: 'access',
    weight: 1,
    after: ['portal.access.site-switch-rescopes', 'portal.access.multi-site-single-account'],
    write: twoSites,
  },
  {
    name: 'access over months',
    subject: 'accounts',
    weight: 1,
    after: ['portal.account.renewal-180-days', 'portal.account.inactive-30-days'],
    write: accessOverMonths,
  },
  {
    name: 'days of a practice',
    subject: 'practice-office',
    weight: 1,
    after: ['portal.eft.paper-stops-after-completion', 'portal.pcp.discrepancy-by-patient-call'],
    write: officeDays,
  },
  {
    name: 'documents of one name',
    subject: 'documents',
    weight: 1,
    after: ['portal.docs.multiple-per-request', 'portal.docs.order-newest-first'],
    write: documentsOfOneName,
  },
  { ...weekend, weight: 1 },
  {
    name: 'denials by every clock',
    subject: 'reviews',
    weight: 2,
    after: ['um.decide.deny-physician-only', 'um.denial.pre-denial-discussion'],
    write: denialsByEveryClock,
  },
  {
    name: 'information that never comes',
    subject: 'time-frames',
    weight: 2,
    after: ['um.preservice-nonurgent.decision-cap-14cd', 'um.retrospective.decision-cap-14cd'],
    write: informationNeverComplete,
  },
  {
    name: 'entries at their limits',
    subject: 'request-entry',
    weight: 3,
    after: [
      'portal.referral.remarks-max-255',
      'portal.referral.diagnosis-max-six',
      'um.referral.within-90-days',
    ],
    write: edgeEntries,
  },
  {
    name: 'the audit trail',
    subject: 'access',
    weight: 1,
    after: ['portal.audit.user-actions-logged'],
    write: auditTrail,
  },
  { ...weekend, weight: 3 },
];

/** Threads in which the scenario plays the staff of the plan. */
export const STAFFED_EDGE_CASES: readonly Move<string>[] = [
  {
    name: 'claims after a decision',
    subject: 'claims',
    weight: 1,
    after: ['um.concurrent.continue-until-member-notified', 'um.concurrent.payment-denial-unsupported'],
    write: claimsAfterDecision,
  },
  {
    name: 'acts in every status',
    subject: 'revisions',
    weight: 1,
    after: ['portal.status.closed-not-editable', 'portal.status.denied-not-editable'],
    write: actsInEveryStatus,
  },
];

/** Threads about cases at the delegate. */
export const DELEGATE_EDGE_CASES: readonly Move<string>[] = [
  {
    name: 'a case with something unusual about it',
    subject: 'case-build',
    weight: 1,
    after: ['case.save.2-business-days', 'retro.window.180-calendar-days'],
    write: (pen, name) => writeOne(pen, CASE_EDGE_CASES, name),
  },
];
