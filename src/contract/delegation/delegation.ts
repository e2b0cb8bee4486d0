import { z } from 'zod';
import { civilDate, identifier, npi } from '../primitives.ts';

/** The nine programs of the delegate. Training, Initiating a Case. */
export const PROGRAMS = [
  'durable-medical-equipment',
  'gastroenterology',
  'lab',
  'medical-oncology-pathways',
  'musculoskeletal',
  'radiation-therapy',
  'radiology-cardiology',
  'sleep',
  'specialty-drugs',
] as const;
export const program = z.enum(PROGRAMS);

const condition = z
  .strictObject({ question: identifier, is: z.array(z.string()).min(1) })
  .meta({ description: 'It is asked only where an earlier question was answered so' });

/** One clinical question; `meets` names the answers that meet the criteria, and is absent where every answer does. */
export const question = z.strictObject({
  id: identifier,
  text: z.string(),
  options: z.array(z.string()).min(2),
  when: condition.optional(),
  meets: z.array(z.string()).optional(),
});

export const questionnaire = z.strictObject({
  id: identifier,
  pages: z
    .array(
      z.strictObject({
        id: identifier,
        title: z.string(),
        when: condition.optional(),
        questions: z.array(question).min(1),
      }),
    )
    .min(1),
});

const practitioner = z.strictObject({
  id: identifier,
  name: z.string(),
  npi: npi.meta({ description: 'Of a laboratory, its billing NPI' }),
  renderingNpi: npi.optional(),
  kind: z.enum(['practitioner', 'laboratory']),
  state: z.string().length(2),
  zip: z.string().regex(/^\d{5}$/),
  phone: z.string(),
  fax: z.string(),
  addresses: z.array(z.strictObject({ id: identifier, line: z.string() })).min(1),
});

const treatmentSite = z.strictObject({
  id: identifier,
  name: z.string(),
  npi,
  tin: z.string().regex(/^\d{9}$/),
  zip: z.string().regex(/^\d{5}$/),
  city: z.string(),
});

/** What a review of a kind of cancer would find; the staff of the delegate uses it. */
const cancerType = z.strictObject({
  code: z.string().regex(/^RC[A-Z]{4}$/),
  description: z.string(),
  questionnaire: identifier.nullable(),
  guideline: identifier,
  review: z.enum(['approve', 'partial', 'deny', 'ask']),
  reconsideration: z.enum(['overturn', 'partly', 'uphold']),
  alternative: z.string().optional(),
});

/** A physician who holds consultations, and when: local times of a zone, days 1 (Monday) to 7. */
const reviewer = z.strictObject({
  id: identifier,
  name: z.string(),
  skills: z.array(program).min(1),
  priority: z.int().min(1),
  zone: z.string(),
  shifts: z.array(z.strictObject({ weekday: z.int().min(1).max(7), from: z.string(), until: z.string() })),
  away: z.array(civilDate),
});

const account = z.strictObject({
  id: identifier,
  name: z.string(),
  password: z.string(),
  email: z.string(),
  phone: z.string(),
  fax: z.string(),
  practitioners: z.array(identifier),
  timeZone: z.string().optional().meta({ description: 'Absent before the first peer-to-peer' }),
});

export const delegateRole = z.enum(['intake', 'nurse', 'physician']);

/** The organization that reviews radiation therapy for the plan: its people, its lists, and what it would find. */
export const delegation = z.strictObject({
  name: z.string(),
  plans: z.array(z.strictObject({ id: identifier, name: z.string() })).min(1),
  appeals: z.string().meta({ description: 'Where the plan takes appeals: by mail, fax or voice' }),
  practitioners: z.array(practitioner),
  sites: z.array(treatmentSite),
  accounts: z.array(account),
  staff: z.array(
    z.strictObject({ id: identifier, name: z.string(), password: z.string(), role: delegateRole }),
  ),
  cancerTypes: z.array(cancerType),
  questionnaires: z.array(questionnaire),
  coverageRules: z
    .array(
      z.strictObject({ id: identifier, cancerType: z.string(), technique: z.string(), covers: z.boolean() }),
    )
    .meta({ description: 'Local and national coverage determinations of Medicare' }),
  legacy: z
    .array(
      z.strictObject({
        member: identifier,
        cancerType: z.string(),
        technique: z.string(),
        fractions: z.int().min(1),
        until: civilDate,
      }),
    )
    .meta({ description: 'Authorizations of the system before, that still hold' }),
  reviewers: z.array(reviewer),
});

export type Delegation = z.infer<typeof delegation>;
export type Questionnaire = z.infer<typeof questionnaire>;
export type Question = z.infer<typeof question>;
export type Reviewer = z.infer<typeof reviewer>;
export type DelegateRole = z.infer<typeof delegateRole>;
export type CancerType = z.infer<typeof cancerType>;
export type Practitioner = z.infer<typeof practitioner>;
