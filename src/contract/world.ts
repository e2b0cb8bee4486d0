import { z } from 'zod';
import { delegation } from './delegation/delegation.ts';
import { benefits, care, category, criteria, delegate, gridVersion, technology } from './plan.ts';
import { civilDate, identifier, instant, npi, staffRole } from './primitives.ts';

const site = z.strictObject({
  id: identifier,
  name: z.string(),
  npi,
  kind: z.enum(['primary-care', 'specialist', 'facility', 'vendor']),
  network: z.boolean(),
  phone: z.string(),
  contractUntil: civilDate.optional().meta({ description: 'The last day of its contract' }),
});

/** A clinician or facility that can be named as servicing provider, once for each affiliation. */
const provider = z.strictObject({
  id: identifier,
  name: z.string(),
  npi,
  affiliations: z
    .array(
      z.strictObject({
        id: identifier,
        site: identifier,
        group: z.string(),
        network: z.boolean(),
        networkUntil: civilDate.optional().meta({ description: 'The last day in the network' }),
        enrolledFrom: civilDate
          .optional()
          .meta({ description: 'The first day at the site; always when absent' }),
        enrolledUntil: civilDate.optional().meta({ description: 'The last day at the site' }),
      }),
    )
    .min(1),
  panel: z.enum(['open', 'closed']).optional().meta({ description: 'Present for a PCP' }),
});

const member = z.strictObject({
  id: identifier,
  firstName: z.string(),
  lastName: z.string(),
  birthDate: civilDate,
  gender: z.enum(['F', 'M', 'X']),
  product: z.string(),
  lineOfBusiness: z.string().meta({ description: 'commercial, qhp, medicaid, medicare, …' }),
  pcp: z.strictObject({ provider: identifier, site: identifier }),
  coverage: z
    .array(z.strictObject({ from: civilDate, to: civilDate.optional() }))
    .min(1)
    .meta({ description: 'Spans of eligibility; both ends included; no `to` means open' }),
  benefits: benefits.optional(),
  care: care.optional(),
  redetermination: z.strictObject({ program: z.enum(['medicaid', 'connector']), date: civilDate }).optional(),
});

/** What a user may do at a site, feature by feature. */
export const permission = z.enum([
  'submit-referral',
  'submit-outpatient',
  'submit-admission',
  'view',
  'revise',
  'upload',
  'eligibility',
  'claims',
  'payments',
  'enrollment-reports',
  'clinical-reports',
  'site-documents',
  'enrollment-changes',
  'pcp-corrections',
]);
export const userClass = z.enum(['staff', 'third-party-biller']);

const providerUser = z.strictObject({
  kind: z.literal('provider'),
  id: identifier,
  name: z.string(),
  password: z.string(),
  sites: z
    .array(
      z.strictObject({
        site: identifier,
        permissions: z.array(permission),
        administrator: z.boolean().optional().meta({ description: 'User Administrator of the site' }),
        renewedAt: instant.optional().meta({ description: 'The opening of the world when absent' }),
      }),
    )
    .min(1)
    .meta({ description: 'The sites of the account; the first is current after sign-in' }),
  class: userClass.optional().meta({ description: 'staff when absent' }),
  email: z.string().optional(),
});

const staffUser = z.strictObject({
  kind: z.literal('staff'),
  id: identifier,
  name: z.string(),
  password: z.string(),
  role: staffRole,
});

const procedure = z.strictObject({
  code: z.string(),
  description: z.string(),
  needs: z.array(z.string()).meta({ description: 'Information without which a review is not complete' }),
  review: z.enum(['meets', 'partly', 'fails', 'excluded']).meta({
    description: 'What a review against the criteria would find; the UM staff of the portal uses it',
  }),
  reconsideration: z
    .enum(['overturn', 'uphold'])
    .meta({ description: 'What a physician would find when asked to reconsider' }),
  alternative: z.string().optional().meta({ description: 'A treatment that the plan would offer instead' }),
  category: category.optional(),
  grid: z.array(gridVersion).optional().meta({ description: 'prior-authorization when absent' }),
  criteria: identifier.optional(),
  questioned: z.boolean().optional().meta({ description: 'A review would question the setting' }),
  complex: z.boolean().optional().meta({ description: 'A complex specialty case' }),
  technology: technology.optional().meta({ description: 'Present for new and emerging technology' }),
  override: z
    .boolean()
    .optional()
    .meta({ description: 'The criteria are not met, but do not fit the member either' }),
});

export const transactionKind = z.enum(['add', 'drop', 'pcp-in', 'pcp-out', 'demographic']);
export const clinicalKind = z.enum(['er-utilization', 'immunization', 'asthma', 'diabetes']);

/** What the plan holds for the offices of providers beside requests. Each belongs to one site. */
const office = z.strictObject({
  claims: z.array(
    z.strictObject({
      id: identifier,
      site: identifier,
      member: identifier,
      from: civilDate,
      to: civilDate,
      finalizedOn: civilDate.optional().meta({ description: 'In process before this day, or always' }),
      outcome: z.enum(['paid', 'partly-paid', 'denied']),
    }),
  ),
  payments: z.array(
    z.strictObject({ id: identifier, site: identifier, paidOn: civilDate, amount: z.int().min(0) }),
  ),
  transactions: z.array(
    z.strictObject({
      member: identifier,
      site: identifier,
      transaction: transactionKind,
      effective: civilDate,
    }),
  ),
  clinical: z.array(
    z.strictObject({ kind: clinicalKind, member: identifier, measure: z.string(), value: z.number() }),
  ),
  documents: z.array(
    z.strictObject({
      id: identifier,
      site: identifier,
      title: z.string(),
      postedOn: civilDate,
      text: z.string(),
    }),
  ),
});

/** Who exists, and what a review would find: all that a portal needs to set up one isolated world. */
export const world = z.strictObject({
  formatVersion: z.literal(1),
  name: z.string(),
  seed: z.string(),
  pack: z.string().meta({ description: 'The rule pack by which the plan works, such as allways-commercial' }),
  zone: z.string().meta({ description: 'IANA zone of the plan' }),
  desk: z.enum(['portal', 'scripted']).meta({
    description: 'portal: the plan’s own staff acts by itself; scripted: only through its operations',
  }),
  sites: z.array(site),
  providers: z.array(provider),
  members: z.array(member),
  users: z.array(z.discriminatedUnion('kind', [providerUser, staffUser])),
  diagnoses: z.array(z.strictObject({ code: z.string(), description: z.string() })),
  procedures: z.array(procedure),
  criteria: z.array(criteria).optional(),
  delegates: z.array(delegate).optional(),
  office: office.optional(),
  delegation: delegation.optional(),
});

/** Code sets of one's own, in place of those of the standard world; a row replaces the one with its code. */
export const codeSets = z.strictObject({
  diagnoses: world.shape.diagnoses.optional(),
  procedures: world.shape.procedures.optional(),
});

export type CodeSets = z.infer<typeof codeSets>;
export type World = z.infer<typeof world>;
export type Site = z.infer<typeof site>;
export type Provider = z.infer<typeof provider>;
export type Member = z.infer<typeof member>;
export type User = World['users'][number];
export type Procedure = z.infer<typeof procedure>;
export type Permission = z.infer<typeof permission>;
export type Office = z.infer<typeof office>;
export type UserClass = z.infer<typeof userClass>;
