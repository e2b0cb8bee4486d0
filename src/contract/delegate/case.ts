import { z } from 'zod';
import { civilDate, identifier, instant } from '../primitives.ts';
import { program, question } from './delegation.ts';

/** One phase of a radiation plan. */
export const phase = z.strictObject({
  name: z.string().min(1),
  technique: z.string().min(1),
  fractions: z.int().min(1),
});
export const treatmentPlan = z.strictObject({
  phases: z.array(phase).min(1),
  imageGuidance: z.boolean(),
});
/** Something that was approved or denied; `asNeeded` was not asked for. */
export const planItem = phase.extend({ asNeeded: z.literal(true).optional() });

export const caseContact = z.strictObject({
  providerName: z.string().min(1),
  whoToContact: z.string().min(1),
  fax: z.string().min(1),
  phone: z.string().min(1),
  extension: z.string().optional(),
  cell: z.string().optional(),
  email: z.string().optional(),
});

/** Everything up to the gate. The member is found by all three keys. Training, Initiating a Case and after. */
export const caseBuild = z.strictObject({
  program,
  practitioner: identifier,
  healthPlan: identifier,
  providerAddress: identifier,
  contact: caseContact,
  member: z.strictObject({ id: identifier, birthDate: civilDate, lastName: z.string().min(1) }),
  cancerType: z.string().min(1),
  primaryDiagnosis: z.string().min(1),
  secondaryDiagnosis: z.string().optional(),
  treatmentStart: civilDate,
  simulationDate: civilDate.optional(),
  setting: z.enum(['outpatient', 'emergency', 'observation', 'inpatient']),
  emergent: z.boolean(),
  site: identifier,
  plan: treatmentPlan,
  replaces: identifier.optional().meta({ description: 'The approved case that it changes' }),
  alternativeOf: identifier
    .optional()
    .meta({ description: 'The denied case whose alternative recommendation it takes up' }),
  retrospective: z
    .strictObject({ claimSubmitted: z.boolean() })
    .optional()
    .meta({ description: 'The service was given already' }),
});

export const caseChange = caseBuild
  .pick({
    practitioner: true,
    contact: true,
    member: true,
    cancerType: true,
    treatmentStart: true,
    site: true,
    plan: true,
  })
  .partial();

/** What a provider may ask to change by phone. */
export const caseUpdate = z.strictObject({
  site: identifier.optional(),
  fractions: z.int().min(1).meta({ description: 'Of the first phase' }).optional(),
  technique: z.string().optional(),
  cancerType: z.string().optional(),
});

export const CASE_STATES = [
  'in-progress',
  'saved',
  'expired',
  'cancelled',
  'clinical-review',
  'information-requested',
  'approved',
  'partially-approved',
  'denied',
  'reconsideration-pending',
  'withdrawn',
] as const;
export const caseState = z.enum(CASE_STATES);
export const caseOutcome = z.enum(['approved', 'partially-approved', 'denied']);

/** A determination of the delegate. What was asked for ends up approved or denied. */
export const caseDecision = z.strictObject({
  outcome: caseOutcome,
  approved: z.array(planItem),
  denied: z.array(planItem),
  rationale: z.string(),
  imageGuidance: z.enum(['approved', 'denied']).nullable(),
  guideline: identifier,
  coverageRule: identifier.nullable(),
  alternative: z.string().nullable(),
  urgencyMet: z.boolean().nullable().meta({ description: 'Of a retrospective case' }),
  necessityMet: z.boolean().nullable(),
});

const named = z.strictObject({ code: z.string(), description: z.string() });

/** A case as its own users and the delegate's staff see it. Instants are UTC. */
export const caseView = z.strictObject({
  caseNumber: identifier,
  state: caseState,
  status: z.string().meta({ description: 'The state in words' }),
  authorization: z.string().meta({ description: 'NA where there is none' }),
  lineOfBusiness: z.string(),
  program,
  practitioner: z.strictObject({ id: identifier, name: z.string(), npi: z.string() }),
  healthPlan: z.string(),
  providerAddress: identifier,
  contact: caseContact,
  member: z.strictObject({
    id: identifier,
    firstName: z.string(),
    lastName: z.string(),
    birthDate: civilDate,
  }),
  cancerType: named,
  diagnoses: z.strictObject({ primary: named, secondary: named.nullable() }),
  treatmentStart: civilDate,
  dateOfService: civilDate,
  site: z.strictObject({ id: identifier, name: z.string(), npi: z.string() }),
  plan: treatmentPlan,
  retrospective: z.boolean(),
  replaces: identifier.nullable(),
  locked: z.boolean(),
  completeBy: civilDate.nullable().meta({ description: 'The last day on which a draft can be submitted' }),
  priorityRequested: z.enum(['standard', 'urgent']).nullable(),
  priorityEffective: z.enum(['standard', 'urgent']).nullable(),
  page: z
    .strictObject({ id: identifier, title: z.string(), questions: z.array(question) })
    .nullable()
    .meta({ description: 'The first page of questions that is not answered' }),
  answers: z.record(z.string(), z.string()),
  criteriaMet: z.boolean().nullable(),
  choices: z.array(z.string()).meta({ description: 'What may be added where the criteria are not met' }),
  additional: z.strictObject({ choice: z.string(), notes: z.string().nullable() }).nullable(),
  documents: z.array(z.strictObject({ id: identifier, name: z.string(), source: z.enum(['upload', 'fax']) })),
  startedAt: instant,
  submittedAt: instant.nullable(),
  reviewedAt: instant.nullable(),
  expiration: z.string().meta({ description: 'A civil date, or N/A' }),
  lastUpdated: instant,
  message: z.string().nullable(),
  decision: caseDecision.nullable(),
  reconsideration: z
    .strictObject({ state: z.enum(['open', 'pending', 'decided', 'abandoned']), by: z.string() })
    .nullable(),
  informationDue: instant.nullable(),
  uploadOpen: z.boolean(),
  peerToPeerStatus: z.string().nullable(),
  notes: z.array(z.strictObject({ at: instant, by: identifier, text: z.string() })),
});

/** A line of a list of cases. */
export const caseRow = z.strictObject({
  caseNumber: identifier,
  authorization: z.string(),
  memberLastName: z.string(),
  practitioner: z.string(),
  npi: z.string(),
  state: caseState,
  startedAt: instant,
  submittedAt: instant.nullable(),
  completeBy: civilDate.nullable(),
  cancerType: z.string(),
  site: z.string(),
  expiration: z.string(),
});
export const caseRows = z.strictObject({
  cases: z.array(caseRow),
  total: z.int().min(0),
  page: z.int().min(1),
  pages: z.int().min(0),
});

/** What may still be done about an adverse determination, and until when. */
export const postDecisionOptions = z.strictObject({
  caseNumber: identifier,
  rows: z.array(
    z.strictObject({
      option: z.enum(['peer-to-peer', 'reconsideration', 'appeal']),
      delegated: z.boolean(),
      open: z.boolean(),
      until: civilDate.nullable().meta({ description: 'The last day; both ends are in' }),
      text: z.string(),
    }),
  ),
  question: z.string().nullable().meta({ description: 'Whether to proceed with reconsideration' }),
});

export const correspondence = z.strictObject({
  caseNumber: identifier,
  letters: z.array(
    z.strictObject({
      sentAt: instant,
      about: z.string(),
      to: z.string(),
      by: z.string(),
      text: z.string(),
    }),
  ),
});

export type CaseBuild = z.infer<typeof caseBuild>;
export type CaseChange = z.infer<typeof caseChange>;
export type CaseDecision = z.infer<typeof caseDecision>;
export type CaseUpdate = z.infer<typeof caseUpdate>;
export type CaseStateName = z.infer<typeof caseState>;
export type CaseView = z.infer<typeof caseView>;
export type CaseRow = z.infer<typeof caseRow>;
export type PlanItem = z.infer<typeof planItem>;
export type TreatmentPlan = z.infer<typeof treatmentPlan>;
export type PostDecisionOptions = z.infer<typeof postDecisionOptions>;
