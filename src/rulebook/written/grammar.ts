import { z } from 'zod';
import { UNITS } from '../clock.ts';
import { SETTINGS } from '../interpretation.ts';
import type { RuleId } from '../rule-ids.ts';

const column = z.string().regex(/^[a-z][a-z0-9_]*$/, 'use small letters, digits and _, as in received_at');
const name = z
  .string()
  .regex(
    /^[a-z][a-z0-9_.-]*$/,
    'name a fact or a column: small letters, digits, - and _, as in received or received_at',
  );
const date = z.iso.date('write a date as 2026-01-31');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 08:00');
const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const words = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);

const test = z.union([
  word,
  z.array(word).min(1),
  z.strictObject({ not: z.union([word, z.array(word).min(1)]) }),
  z.strictObject({ after: name }),
]);
const all = z.record(z.string(), test);
export const conditionSchema = z.union([z.strictObject({ any: z.array(all).min(1) }), all]);
export type WrittenCondition = z.infer<typeof conditionSchema>;

const within = z.union([
  z.string().regex(/^-?\d+ [a-z-]+$/, `write a limit as "2 business-days"; units are ${UNITS.join(', ')}`),
  z.tuple([z.number().int(), z.enum(UNITS)]),
]);

export type WrittenAnchor =
  | string
  | { column: string; else?: WrittenAnchor | undefined }
  | { fact: string; else?: WrittenAnchor | undefined }
  | { receipt: string }
  | { later: [WrittenAnchor, WrittenAnchor] }
  | { due: string }
  | { notice: string; duty: string; decided: string }
  | { reconsidered: string; original: string };
const anchor: z.ZodType<WrittenAnchor> = z.lazy(() =>
  z.union([
    name,
    z.strictObject({ column: name, else: anchor.optional() }),
    z.strictObject({ fact: name, else: anchor.optional() }),
    z.strictObject({ receipt: name }),
    z.strictObject({ later: z.tuple([anchor, anchor]) }),
    z.strictObject({ due: z.string() }),
    z.strictObject({ notice: name, duty: z.string(), decided: name }),
    z.strictObject({ reconsidered: name, original: name }),
  ]),
);

const arm = z.strictObject({
  rule: z.string().optional(),
  within,
  of: anchor.meta({
    description: 'Where it starts: a fact, a start that the pack names, or made of several.',
  }),
  under: z
    .strictObject({ cap_scope: z.array(z.enum(SETTINGS.cap_scope)).min(1) })
    .optional()
    .meta({ description: 'It holds only under interpretations with one of these choices.' }),
});

const clock = z.strictObject({
  duty: words,
  part: words.optional(),
  rule: z.string().meta({ description: 'The whole id of the rule; an arm may name one of its own.' }),
  applies: conditionSchema.default({}),
  arms: z.array(arm).min(1).optional(),
  as_parent: z.record(z.string(), anchor).optional().meta({
    description:
      'Takes the arms of the clock that bound the request which is reconsidered, with these starts in the place of those named so.',
  }),
  from: date.optional().meta({ description: 'First local date of receipt on which it is in force.' }),
  until: date.optional().meta({ description: 'Last local date of receipt on which it is in force.' }),
  cite: z.string(),
  confirmed: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether a person has read the text that is cited.' }),
  silence: z.enum(['denial', 'approval']).optional(),
  not_before: z.boolean().optional(),
  extension: z
    .strictObject({
      until: name,
      at_most: within,
      grounds: z
        .strictObject({ column: name.optional(), fact: name.optional(), values: z.array(word).min(1) })
        .optional(),
      notice: name.optional(),
    })
    .optional(),
});

const columnSchema = z.strictObject({
  fact: name
    .optional()
    .meta({ description: 'The name of the fact in clocks; the name of the column unless given.' }),
  type: z.enum(['text', 'instant', 'integer', 'boolean']).default('text'),
  required: z.union([z.boolean(), conditionSchema]).default(false),
  values: z.array(word).min(1).optional(),
  counts: conditionSchema.optional(),
  means: z.string().default(''),
});

const duty = z.strictObject({
  title: z.string(),
  stops: z.union([
    name,
    z.strictObject({ first: z.array(name).min(1) }),
    z.strictObject({ last: z.array(name).min(1) }),
  ]),
  follows: z.array(z.string()).default([]),
  unsure: conditionSchema.optional(),
});

const choices = z.strictObject(
  Object.fromEntries(
    Object.entries(SETTINGS).map(([setting, values]) => [setting, z.enum([...values]).optional()]),
  ),
);

const interpretations = z.union([
  z.literal('standard'),
  z.strictObject({
    default: choices.default({}),
    strict: choices.default({}),
    lenient: choices.default({}),
  }),
]);

/** What may be known of one kind of case, as it is written. */
const layout = {
  columns: z.record(column, columnSchema).default({}),
  key: z.strictObject({ case: name, number: name.optional() }).optional(),
  received: name.optional(),
  kinds: z.array(z.strictObject({ name: z.string(), when: conditionSchema })).default([]),
  closed: z.strictObject({ column: name, when: conditionSchema }).optional(),
  duties: z.record(z.string(), duty).default({}),
  order: z.array(z.strictObject({ column: name, not_before: name })).default([]),
  contradictions: z
    .array(z.strictObject({ column: name, when: conditionSchema, says: z.string() }))
    .default([]),
  by: z.array(name).default([]),
};

/** A layout that several packs share. */
export const layoutSchema = z.strictObject({ layout: z.string(), ...layout });
export type WrittenLayout = z.infer<typeof layoutSchema>;

const ruleId: z.ZodType<RuleId, string> = z.string().transform((id) => id as RuleId);

const figureOf = <V extends z.ZodType>(value: V) =>
  z.strictObject({
    value,
    unit: z.string(),
    from: date,
    rules: z.tuple([ruleId], ruleId),
    basis: z.enum(['stated', 'observed', 'chosen']).default('stated'),
    cite: z.string(),
  });
const count = figureOf(z.number().nonnegative());
const told = figureOf(z.string());
const several = figureOf(z.array(z.string()).min(1));
const distance = figureOf(
  z.strictObject({ miles: z.number(), minutes: z.number(), needed: z.number().int() }),
);

/** The figures of a plan and its portal; a pack that takes over those of another gives only its own. */
export const figuresSchema = z.strictObject({
  pcpContinuity: count,
  treatmentContinuity: count,
  newMemberContinuity: count,
  pregnancyLength: count,
  secondTrimester: count,
  electiveNotice: count,
  requiredNotification: count,
  afterHoursMessage: count,
  criteriaReview: count,
  referralBackdating: count,
  referralSpan: count,
  remarksLength: count,
  revisionRemarksLength: count,
  diagnosesMost: count,
  consultationCodes: figureOf(z.strictObject({ first: z.string(), last: z.string() })),
  unitsMost: count,
  maintenanceWeekend: figureOf(z.array(z.enum(['saturday', 'friday', 'sunday'])).min(1)),
  maintenanceWindow: figureOf(z.strictObject({ from: time, until: time })),
  maintenanceGrace: count,
  deferredAnswer: figureOf(z.strictObject({ hours: z.number(), morning: time })),
  documentSize: figureOf(z.array(z.number()).min(1)),
  accountRenewal: count,
  accountInactivity: count,
  eligibilityRefresh: figureOf(z.array(time).min(1)),
  eligibilityGap: count,
  transactionsReport: figureOf(z.strictObject({ back: z.number() })),
  redeterminationReport: figureOf(z.strictObject({ back: z.number(), ahead: z.number() })),
  rosterReview: count,
  clinicalFax: told,
  misdirectedFax: told,
  servicePhone: told,
  supportMail: told,
  pcpRatio: count,
  obgynRatio: count,
  highVolumeRatio: count,
  pcpDistance: distance,
  obgynDistance: distance,
  highVolumeDistance: distance,
  urgentCareDistance: distance,
  acuteHospitalDistance: distance,
  rehabilitationDistance: distance,
  highVolumeSpecialties: count,
  closedPanels: count,
  primaryCare: several,
});

/** The figures of a delegate, for one line of business. */
const delegateSchema = z.strictObject({
  goLive: figureOf(date),
  saveBusinessDays: count,
  informationBusinessDays: count,
  maxDocuments: count,
  documentTypes: several,
  reconsideration: figureOf(z.strictObject({ businessDays: z.number(), perCase: z.number() })).nullable(),
  preDecision: figureOf(z.boolean()),
  talkDays: count,
  appealDays: count,
  retrospectiveDays: count,
  authorizationDays: count,
  slotMinutes: count,
  blocks: figureOf(z.strictObject({ first: z.number(), last: z.number() })),
  maxCases: count,
  outcomeBusinessDays: count,
});

const misreading = z.strictObject({
  rule: z.string(),
  kind: words,
  duty: words,
  counted: z.union([
    z.enum(['from-information', 'approval-column-only']),
    z.strictObject({ as_kind: z.string() }),
  ]),
});

/** A pack as it is written: what is shipped in rules/packs, and what a user writes. */
export const packSchema = z.strictObject({
  pack: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and -'),
  title: z.string(),
  dated: date,
  law: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether it is law, which a plan may not fall short of.' }),
  zone: z.union([z.string(), z.array(z.tuple([z.iso.datetime({ offset: true }), z.number()])).min(1)]),
  hours: z.strictObject({ opens: time, closes: time }).default({ opens: '08:00', closes: '18:00' }),
  calendar: z.strictObject({
    from: date,
    to: date,
    use: z.array(z.enum(['us-federal', 'massachusetts', 'suffolk'])).default([]),
    holidays: z.array(z.union([z.tuple([date, z.string()]), date])).default([]),
  }),
  interpretations: interpretations.optional(),
  readings: interpretations
    .optional()
    .meta({ description: 'The old name of `interpretations`, which is still taken.', deprecated: true }),
  use: z
    .literal('authorization')
    .optional()
    .meta({ description: 'Takes columns, kinds and duties of authorization logs.' }),
  ...layout,
  scope: conditionSchema.default({}),
  parent: z
    .strictObject({ column: name, kind: z.string() })
    .optional()
    .meta({ description: 'The fact that names the case which one of a kind is about.' }),
  starts: z
    .record(z.string(), z.strictObject({ means: z.string(), is: anchor }))
    .default({})
    .meta({ description: 'Names for where arms start.' }),
  parts: z
    .record(
      z.string(),
      z.strictObject({
        when: conditionSchema,
        foreseen: z.strictObject({ duty: words, when: conditionSchema }).optional(),
      }),
    )
    .default({})
    .meta({ description: 'When a part of a duty is owed.' }),
  owed: z
    .record(z.string(), conditionSchema)
    .default({})
    .meta({ description: 'What else has to be so for a duty to be owed, by duty.' }),
  clocks: z.array(clock),
  misreadings: z.array(misreading).default([]),
  core: z.array(z.string()).default([]),
  rules: z
    .record(
      z.string(),
      z.strictObject({
        level: z.enum(['MUST', 'MUST NOT', 'SHOULD', 'MAY']).default('MUST'),
        statement: z.string(),
        cite: z.string().optional(),
      }),
    )
    .default({})
    .meta({ description: 'The rules of this pack, by their whole ids, where the catalog lacks them.' }),
  figures: figuresSchema.partial().optional(),
  figures_of: z
    .string()
    .optional()
    .meta({ description: 'A pack whose figures it takes over, where it gives none of its own.' }),
  delegate: delegateSchema.optional(),
});
export type WrittenPack = z.infer<typeof packSchema>;
