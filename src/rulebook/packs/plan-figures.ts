import type { Distance, Figure, FigureValue, PlanFigures } from '../figures.ts';
import type { RuleId } from '../rule-ids.ts';

/** The edition of the Provider Manual and the User Guide from which the figures are taken. */
const FROM = '2019-01-01';
const UTILIZATION = 'Provider Manual, Section 7, Utilization Management';
const OUT = `${UTILIZATION}: Out-of-Network Authorization Request Exceptions`;
const PORTAL = 'Provider Manual, Section 4, Provider Portal';
const NETWORK = 'Provider Manual, Section 3, Provider Management: Access and Availability Requirements';
const PANELS = 'Provider Manual, Section 3, Provider Management: Panel Changes';
const GUIDE = 'Online Referrals User Guide';

const stated = <V extends FigureValue>(
  value: V,
  unit: string,
  rules: readonly [RuleId, ...RuleId[]],
  cite: string,
): Figure<V> => ({ value, unit, from: FROM, rules, basis: 'stated', cite });

const chosen = <V extends FigureValue>(
  value: V,
  unit: string,
  rules: readonly [RuleId, ...RuleId[]],
  cite: string,
): Figure<V> => ({ value, unit, from: FROM, rules, basis: 'chosen', cite });

const distance = (miles: number, minutes: number, needed: number, rule: RuleId): Figure<Distance> =>
  stated({ miles, minutes, needed }, 'miles, minutes by car, providers', [rule], NETWORK);

/** The figures of the commercial plan and of its portal. */
export const PLAN_FIGURES: PlanFigures = {
  pcpContinuity: stated(
    30,
    'calendar days from the last day in the network',
    ['um.oon.pcp-termination-30d'],
    `${OUT}, Conditions for Accessing Out-of-Network Providers`,
  ),
  treatmentContinuity: stated(
    90,
    'calendar days from the last day in the network',
    ['um.oon.active-treatment-90d'],
    `${OUT}, Conditions for Accessing Out-of-Network Providers`,
  ),
  newMemberContinuity: stated(
    30,
    'calendar days from the first day of coverage',
    ['um.oon.new-member-30d'],
    `${OUT}, Transition of Care for Newly Enrolled Members`,
  ),
  pregnancyLength: chosen(
    280,
    'days to the due date: 40 weeks',
    ['um.oon.pregnancy-postpartum', 'um.oon.new-member-pregnancy'],
    `${OUT}, Conditions for Accessing Out-of-Network Providers: second trimester`,
  ),
  secondTrimester: chosen(
    98,
    'days from the beginning: 14 weeks',
    ['um.oon.pregnancy-postpartum', 'um.oon.new-member-pregnancy'],
    `${OUT}, Conditions for Accessing Out-of-Network Providers: second trimester`,
  ),
  electiveNotice: stated(
    5,
    'business days before the service',
    ['um.pa.elective-5bd'],
    `${UTILIZATION}: Utilization Management Methods, Prior Authorization`,
  ),
  requiredNotification: stated(
    1,
    'business days after the care began',
    ['um.notice.required-within-1bd'],
    `${UTILIZATION}: Notification, Required Notification`,
  ),
  afterHoursMessage: stated(
    1,
    'business days after the message',
    ['um.contact.after-hours-next-bd'],
    `${UTILIZATION}: Information Request`,
  ),
  criteriaReview: stated(
    12,
    'months after the last review',
    ['um.criteria.annual-review'],
    `${UTILIZATION}: Clinical Criteria`,
  ),
  referralBackdating: stated(
    90,
    'calendar days after the service',
    ['um.referral.within-90-days'],
    `${UTILIZATION}: Utilization Management Methods, Referrals`,
  ),
  referralSpan: chosen(
    365,
    'days from the first to the last',
    ['portal.referral.max-span-one-year'],
    `${GUIDE}: Revisions`,
  ),
  remarksLength: stated(
    255,
    'characters',
    ['portal.referral.remarks-max-255'],
    `${GUIDE}: Steps to create a Referral request`,
  ),
  revisionRemarksLength: stated(
    255,
    'characters',
    ['portal.revise.remarks-limit'],
    `${GUIDE}: Referral Revision Rules`,
  ),
  diagnosesMost: stated(
    6,
    'diagnoses',
    ['portal.referral.diagnosis-max-six'],
    `${GUIDE}: Steps to create a Referral request, step 8`,
  ),
  consultationCodes: stated(
    { first: '99201', last: '99215' },
    'procedure codes',
    ['portal.referral.procedure-range'],
    `${GUIDE}: Steps to create a Referral request, step 9`,
  ),
  unitsMost: chosen(
    999,
    'visits, days or units',
    ['portal.referral.units-positive-integer'],
    `${GUIDE}: Steps to create a Referral request, step 10a`,
  ),
  maintenanceWeekend: chosen(
    ['saturday', 'friday', 'sunday'],
    'the day that makes a weekend the third one',
    ['portal.maintenance.window'],
    `${GUIDE}: Helpful Hints`,
  ),
  maintenanceWindow: stated(
    { from: '17:00', until: '08:00' },
    'local times on Friday and Monday',
    ['portal.maintenance.window', 'portal.maintenance.no-status-until-monday'],
    `${GUIDE}: Helpful Hints`,
  ),
  maintenanceGrace: chosen(
    4,
    'hours after maintenance',
    ['portal.maintenance.no-status-until-monday'],
    `${GUIDE}: Helpful Hints`,
  ),
  deferredAnswer: stated(
    { hours: 4, morning: '08:00' },
    'hours, or the local time of the next morning',
    ['portal.response.deferred-eventually-visible', 'portal.response.deferred-not-lost'],
    `${GUIDE}: Response Screen`,
  ),
  documentSize: stated(
    [5_242_880, 5_000_000],
    'bytes: 5 MB as 5 × 2^20 or 5 × 10^6',
    ['portal.docs.max-5mb'],
    `${GUIDE}: the upload dialog`,
  ),
  accountRenewal: stated(180, 'days', ['portal.account.renewal-180-days'], `${PORTAL}: Overview`),
  accountInactivity: stated(30, 'days', ['portal.account.inactive-30-days'], `${PORTAL}: Overview`),
  eligibilityRefresh: chosen(
    ['00:00', '08:00', '16:00'],
    'local times of the day',
    ['portal.eligibility.refreshed-3x-daily'],
    `${PORTAL}: Member Eligibility`,
  ),
  eligibilityGap: chosen(
    12,
    'hours between two refreshes',
    ['portal.eligibility.refreshed-3x-daily'],
    `${PORTAL}: Member Eligibility`,
  ),
  transactionsReport: chosen(
    { back: 90 },
    'days that “recent” reaches back',
    ['portal.reports.member-transactions'],
    `${PORTAL}: Reports`,
  ),
  redeterminationReport: chosen(
    { back: 90, ahead: 90 },
    'days that “recent” reaches back and “soon” ahead',
    ['portal.reports.redetermination'],
    `${PORTAL}: Reports`,
  ),
  rosterReview: chosen(90, 'days', ['portal.reports.roster-review-duty'], `${PORTAL}: Reports`),
  clinicalFax: stated(
    '617-586-1700',
    'telephone number',
    ['portal.response.deferred-fax-number', 'portal.docs.fax-cover-fields'],
    `${GUIDE}: Response Screen, the deferred notice`,
  ),
  misdirectedFax: stated(
    '617-772-5500',
    'telephone number',
    ['portal.docs.fax-cover-confidentiality'],
    `${GUIDE}: Response Screen, the cover sheet`,
  ),
  servicePhone: stated(
    '1-855-444-4647',
    'telephone number',
    ['portal.support.contact-block'],
    `${GUIDE}: the contact block`,
  ),
  supportMail: stated(
    'prweb@allwayshealth.org',
    'mail address',
    ['portal.support.contact-block'],
    `${PORTAL}: Overview`,
  ),
  pcpRatio: stated(200, 'members for each provider', ['network.access.pcp-ratio-1-200'], NETWORK),
  obgynRatio: stated(500, 'members for each provider', ['network.access.obgyn-ratio-1-500'], NETWORK),
  highVolumeRatio: stated(
    1500,
    'members for each provider',
    ['network.access.high-volume-ratio-1-1500'],
    NETWORK,
  ),
  pcpDistance: distance(15, 30, 2, 'network.access.pcp-distance-two-in-15mi-30min'),
  obgynDistance: distance(15, 30, 1, 'network.access.obgyn-distance-15mi-30min'),
  highVolumeDistance: distance(15, 30, 1, 'network.access.high-volume-distance-15mi-30min'),
  urgentCareDistance: distance(15, 30, 1, 'network.access.urgent-care-distance-15mi-30min'),
  acuteHospitalDistance: distance(20, 40, 1, 'network.access.acute-distance-20mi-40min'),
  rehabilitationDistance: distance(30, 60, 1, 'network.access.rehab-distance-30mi-60min'),
  highVolumeSpecialties: stated(5, 'specialties', ['network.access.high-volume-top-five-by-claims'], NETWORK),
  closedPanels: stated(2, 'panels of which one may be closed', ['panel.practice.half-open'], PANELS),
  primaryCare: stated(
    ['family-practice', 'internal-medicine', 'pediatrics', 'obstetrics-gynecology'],
    'specialties',
    ['pcp.eligible.specialties'],
    'Provider Manual, Section 3, Provider Management: Role of the Primary Care Provider',
  ),
};
