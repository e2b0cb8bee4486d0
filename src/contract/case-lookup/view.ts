import { z } from 'zod';
import { caseContact, treatmentPlan } from '../case-build/case.ts';
import { caseDecision } from '../case-decision/decision.ts';
import { program, question } from '../delegation/delegation.ts';
import { civilDate, identifier, instant } from '../primitives.ts';
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

export type CaseStateName = z.infer<typeof caseState>;

export type CaseView = z.infer<typeof caseView>;

export type CaseRow = z.infer<typeof caseRow>;
