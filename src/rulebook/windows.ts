/** A span in days or months that a rule gives, beside the clocks of the time table. */
export type Window = {
  readonly rule: string;
  readonly amount: number;
  readonly unit: 'business-days' | 'calendar-days' | 'months';
  readonly of: string;
  readonly cite: string;
};

const OUT = 'Utilization Management > Out-of-Network Authorization Request Exceptions';

/** Spans of Section 7, by what they are for. Both ends are in; the day of the event is day 0. */
export const WINDOWS = {
  terminatedPcp: {
    rule: 'um.oon.pcp-termination-30d',
    amount: 30,
    unit: 'calendar-days',
    of: 'last-day-in-network',
    cite: `${OUT} > Conditions for Accessing Out-of-Network Providers`,
  },
  activeTreatment: {
    rule: 'um.oon.active-treatment-90d',
    amount: 90,
    unit: 'calendar-days',
    of: 'last-day-in-network',
    cite: `${OUT} > Conditions for Accessing Out-of-Network Providers`,
  },
  newMember: {
    rule: 'um.oon.new-member-30d',
    amount: 30,
    unit: 'calendar-days',
    of: 'first-day-of-coverage',
    cite: `${OUT} > Transition of Care for Newly Enrolled Members`,
  },
  elective: {
    rule: 'um.pa.elective-5bd',
    amount: 5,
    unit: 'business-days',
    of: 'service-start',
    cite: 'Utilization Management > Utilization Management Methods > Prior Authorization',
  },
  notification: {
    rule: 'um.notice.required-within-1bd',
    amount: 1,
    unit: 'business-days',
    of: 'service-start',
    cite: 'Utilization Management > Notification > Required Notification',
  },
  afterHours: {
    rule: 'um.contact.after-hours-next-bd',
    amount: 1,
    unit: 'business-days',
    of: 'message-left',
    cite: 'Utilization Management > Information Request',
  },
  criteriaReview: {
    rule: 'um.criteria.annual-review',
    amount: 12,
    unit: 'months',
    of: 'last-review',
    cite: 'Utilization Management > Medical Necessity Decision-Making',
  },
} as const satisfies Record<string, Window>;

/**
 * Pregnancy as the transition rules count it, in days: 40 weeks to the due date, and the second
 * trimester from 14 weeks and 0 days (`trimester2_start_days`).
 */
export const PREGNANCY = { length: 280, secondTrimester: 98 } as const;
