import { z } from 'zod';
import { KNOBS } from '../../rulebook/index.ts';
import { UNITS } from './model.ts';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'use small letters, digits and _, as in received_at');
const date = z.iso.date('write a date as 2026-01-31');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 08:00');
const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);

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
  | { receipt: string }
  | { later: [WrittenAnchor, WrittenAnchor] }
  | { due: string };
const anchor: z.ZodType<WrittenAnchor> = z.lazy(() =>
  z.union([
    name,
    z.strictObject({ column: name, else: anchor.optional() }),
    z.strictObject({ receipt: name }),
    z.strictObject({ later: z.tuple([anchor, anchor]) }),
    z.strictObject({ due: z.string() }),
  ]),
);

const arm = z.strictObject({ rule: z.string().optional(), within, of: anchor });

const clock = z.strictObject({
  duty: z.string(),
  part: z.string().optional(),
  rule: z.string().meta({ description: 'The id of the rule; an arm may name one of its own.' }),
  applies: conditionSchema.default({}),
  arms: z.array(arm).min(1),
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
      grounds: z.strictObject({ column: name, values: z.array(word).min(1) }).optional(),
      notice: name.optional(),
    })
    .optional(),
});

const column = z.strictObject({
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
});

const choices = z.strictObject(
  Object.fromEntries(
    Object.entries(KNOBS).map(([knob, values]) => [
      knob,
      z.enum(values as unknown as [string, ...string[]]).optional(),
    ]),
  ),
);

/** A pack as its user writes it. */
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
  readings: z
    .union([
      z.literal('standard'),
      z.strictObject({
        default: choices.default({}),
        strict: choices.default({}),
        lenient: choices.default({}),
      }),
    ])
    .optional(),
  use: z
    .literal('authorization')
    .optional()
    .meta({ description: 'Takes columns, kinds and duties of authorization logs.' }),
  columns: z.record(name, column).default({}),
  key: z.strictObject({ case: name, number: name.optional() }).optional(),
  received: name.optional(),
  scope: conditionSchema.default({}),
  kinds: z.array(z.strictObject({ name: z.string(), when: conditionSchema })).default([]),
  closed: z.strictObject({ column: name, when: conditionSchema }).optional(),
  duties: z.record(z.string(), duty).default({}),
  clocks: z.array(clock).min(1),
  order: z.array(z.strictObject({ column: name, not_before: name })).default([]),
  by: z.array(name).default([]),
});
export type WrittenPack = z.infer<typeof packSchema>;
