import { z } from 'zod';
import { benefits, care, category, criteria, delegate, gridVersion, technology } from './plan.ts';
import { civilDate, identifier, npi, staffRole } from './primitives.ts';

const site = z.strictObject({
  id: identifier,
  name: z.string(),
  npi,
  kind: z.enum(['primary-care', 'specialist', 'facility', 'vendor']),
  network: z.boolean(),
  phone: z.string(),
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
      }),
    )
    .min(1),
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
});

export const permission = z.enum(['submit-referral', 'submit-outpatient', 'submit-admission', 'view']);

const providerUser = z.strictObject({
  kind: z.literal('provider'),
  id: identifier,
  name: z.string(),
  password: z.string(),
  sites: z
    .array(z.strictObject({ site: identifier, permissions: z.array(permission) }))
    .min(1)
    .meta({ description: 'The sites of the account; the first is current after sign-in' }),
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
  review: z
    .enum(['meets', 'partly', 'fails', 'excluded'])
    .meta({ description: 'What a review against the criteria would find; a desk of the portal uses it' }),
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
});

export type World = z.infer<typeof world>;
export type Site = z.infer<typeof site>;
export type Provider = z.infer<typeof provider>;
export type Member = z.infer<typeof member>;
export type User = World['users'][number];
export type Procedure = z.infer<typeof procedure>;
export type Permission = z.infer<typeof permission>;
