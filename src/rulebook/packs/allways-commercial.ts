import { FEDERAL_HOLIDAYS, MASSACHUSETTS_HOLIDAYS, SUFFOLK_HOLIDAYS } from '../holidays.ts';
import type { Pack } from '../pack.ts';
import { READINGS } from '../reading.ts';
import { MISREADINGS, TIME_TABLE } from '../time-table.ts';
import { NEW_YORK } from '../zones.ts';
import { PLAN_FIGURES } from './plan-figures.ts';

const timeTable = new Set(
  TIME_TABLE.flatMap((clock) => [
    ...clock.arms.filter((arm) => !arm.capScope).map((arm) => arm.rule),
    ...(clock.cell ? [clock.cell.rule] : []),
  ]),
);

/**
 * Commercial and qualified health plans. Hours are those of the Provider Service line
 * (Section 7, Information Request); the zone is that of the plan's seat.
 */
export const ALLWAYS_COMMERCIAL: Pack = {
  id: 'allways-commercial',
  title: 'Commercial and qualified health plans, Massachusetts',
  zone: 'America/New_York',
  transitions: NEW_YORK,
  opens: '08:00',
  closes: '18:00',
  holidays: { fed: FEDERAL_HOLIDAYS, ma: MASSACHUSETTS_HOLIDAYS, suffolk: SUFFOLK_HOLIDAYS },
  readings: READINGS,
  linesOfBusiness: ['commercial', 'qhp'],
  clocks: TIME_TABLE,
  misreadings: MISREADINGS,
  figures: PLAN_FIGURES,
  core: [
    ...timeTable,
    'um.time.notice-order',
    'um.time.written-to-both-on-approval',
    'um.time.partial-both-columns',
    'um.time.pending-no-tolling',
    'um.decide.approve-nurse',
    'um.decide.deny-physician-only',
    'um.program.clinical-dept-decides',
    'um.reconsideration.physician-conducts',
    'um.adverse.phone-and-writing',
    'um.authid.always-assigned',
    'um.authid.unique',
    'um.status.vocabulary',
    'um.status.allowed-transitions',
    'um.status.matches-decision',
    'um.confirm.portal-receipt',
    'um.confirm.decision-content',
    'um.referral.pcp-only',
    'um.submit.oon-not-via-portal',
    'um.visibility.own-requests-only',
    'portal.referral.active-eligibility-required',
    'portal.referral.diagnosis-max-six',
    'portal.referral.error-on-missing-required',
    'portal.referral.procedure-range',
    'portal.referral.remarks-max-255',
    'portal.access.permission-required-to-submit',
  ],
};
