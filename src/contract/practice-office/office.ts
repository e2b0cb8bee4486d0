import { z } from 'zod';
import { civilDate, identifier, instant, npi } from '../primitives.ts';
import { clinicalKind, transactionKind } from '../world.ts';

/** Coverage as it stood at the last refresh. Section 4, Member Eligibility. */
export const eligibilityRows = z.strictObject({
  refreshedAt: instant,
  members: z.array(
    z.strictObject({
      id: identifier,
      name: z.string(),
      birthDate: civilDate,
      product: z.string(),
      coverage: z.array(z.strictObject({ from: civilDate, to: civilDate.nullable() })),
      active: z.boolean(),
      pcp: z.strictObject({ name: z.string(), site: identifier }),
    }),
  ),
});

/** Section 4, Claims Status. */
export const claimRows = z.strictObject({
  claims: z.array(
    z.strictObject({
      id: identifier,
      member: identifier,
      from: civilDate,
      to: civilDate,
      state: z.enum(['in-process', 'finalized']),
      outcome: z.enum(['paid', 'partly-paid', 'denied']).nullable(),
    }),
  ),
});

/** Explanations of payment, each a PDF to download. Section 4. */
export const paymentRows = z.strictObject({
  payments: z.array(z.strictObject({ id: identifier, paidOn: civilDate, amount: z.int() })),
});

export const electronicPayment = z.strictObject({
  state: z.enum(['not-registered', 'pending', 'complete']),
  required: z.boolean().meta({ description: 'True while the site still has to register' }),
});
export const bankDetails = z.strictObject({ account: z.string().min(4), routing: z.string().min(4) });

/** Section 4, PCP Panel Status and Changes within Your Practice Site. */
export const enrollmentKind = z.enum(['enroll', 'terminate', 'panel-open', 'panel-close', 'demographic']);
export const enrollmentState = z.enum([
  'submitted',
  'in-review',
  'needs-information',
  'completed',
  'rejected',
]);
export const enrollmentChange = z.strictObject({
  kind: enrollmentKind,
  npi,
  effective: civilDate,
  details: z.string().max(500).optional(),
});
export const enrollmentView = z.strictObject({
  change: identifier,
  kind: enrollmentKind,
  npi,
  effective: civilDate,
  state: enrollmentState,
});
export const enrollmentRows = z.strictObject({ changes: z.array(enrollmentView) });

/** A PCP's office corrects which PCP of the site a member has. */
export const pcpCorrection = z.strictObject({ member: identifier, provider: identifier });

/** Section 4, Reports and Clinical Reports; the rows are those of the current site. */
export const REPORT_KINDS = [
  'member-roster',
  'member-transactions',
  'redetermination',
  'provider-roster',
  'referred-in',
  'er-utilization',
  'immunization',
  'asthma',
  'diabetes',
] as const;
export const reportKind = z.enum(REPORT_KINDS);
export const reportIndex = z.strictObject({
  reports: z.array(z.strictObject({ kind: z.string(), title: z.string() })),
});

const common = { asOf: civilDate };
export const siteReport = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('member-roster'),
    rows: z.array(
      z.strictObject({ provider: identifier, member: identifier, name: z.string(), birthDate: civilDate }),
    ),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('member-transactions'),
    rows: z.array(z.strictObject({ member: identifier, transaction: transactionKind, effective: civilDate })),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('redetermination'),
    rows: z.array(
      z.strictObject({ member: identifier, program: z.enum(['medicaid', 'connector']), date: civilDate }),
    ),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('provider-roster'),
    rows: z.array(
      z.strictObject({
        provider: identifier,
        npi,
        name: z.string(),
        since: civilDate,
        until: civilDate.nullable(),
      }),
    ),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('referred-in'),
    rows: z.array(
      z.strictObject({
        id: identifier,
        member: identifier,
        from: z.string(),
        status: z.string(),
        units: z.int(),
        used: z.int(),
        start: civilDate,
        end: civilDate,
      }),
    ),
  }),
  ...clinicalKind.options.map((kind) =>
    z.strictObject({
      ...common,
      kind: z.literal(kind),
      rows: z.array(z.strictObject({ member: identifier, measure: z.string(), value: z.number() })),
    }),
  ),
]);

/** Section 4, Site Documents. */
export const siteDocumentRows = z.strictObject({
  documents: z.array(z.strictObject({ id: identifier, title: z.string(), postedOn: civilDate })),
});

export type ReportKind = z.infer<typeof reportKind>;
export type SiteReport = z.infer<typeof siteReport>;
export type EnrollmentChange = z.infer<typeof enrollmentChange>;
export type EnrollmentState = z.infer<typeof enrollmentState>;
