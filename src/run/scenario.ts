import { z } from 'zod';
import { civilDate, identifier, instant, OPERATIONS } from '../contract/index.ts';
import { nearRuleIds, RULES } from '../rulebook/index.ts';

const operations = Object.entries(OPERATIONS)
  .filter(([, { surface }]) => surface === 'portal')
  .map(([id]) => id);

const IDS = RULES.map(({ id }) => id);

const step = z.strictObject({
  at: instant,
  as: z.string().meta({
    description:
      'A user of the world or one who registered, `nobody` (no session), `stranger` or `world` (inject)',
  }),
  do: z.enum([...operations, 'inject']),
  case: z
    .string()
    .optional()
    .meta({ description: 'The symbolic name of the request that it makes or is about' }),
  use: z.string().optional().meta({ description: 'A template of a submission that conforms' }),
  with: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: 'Changes to the template, or the body' }),
  without: z.array(z.string()).optional().meta({ description: 'Paths left out of the template' }),
  query: z.record(z.string(), z.string()).optional(),
  path: z.record(z.string(), z.string()).optional(),
  key: z.string().optional().meta({ description: 'Idempotency key' }),
  name: z
    .string()
    .optional()
    .meta({ description: 'A name for what it makes beside a request, which later steps call case.NAME' }),
  session: z
    .literal('kept')
    .optional()
    .meta({ description: 'The token is used as it is, however old; else users sign in anew each day' }),
});

/** Values by the names that findings give them; an instant is written as one. */
const values = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]),
);

const expectation = z.strictObject({
  rule: z.enum(IDS, {
    error: ({ input }) =>
      `there is no rule ${String(input)}; near it: ${nearRuleIds(String(input)).join(', ') || 'none'}`,
  }),
  case: z.string().optional(),
  duty: z.enum(['decision', 'verbal', 'written-provider', 'written-member']).optional(),
  part: z.enum(['approval', 'denial']).optional(),
  verdict: z.enum(['met', 'violated', 'pending', 'indeterminate', 'depends', 'not-applicable']),
  mayDepend: z.literal(true).optional().meta({
    description:
      'Another lawful portal may make it depend on the interpretation instead; what is given has to hold all the same',
  }),
  optional: z.literal(true).optional().meta({
    description: 'The documents leave a choice here: nothing found, or that it depends, is no miss',
  }),
  due: instant
    .optional()
    .meta({ description: 'The last millisecond in time under the default interpretation, worked by hand' }),
  given: values.optional().meta({ description: 'What the rule was applied to, worked by hand' }),
  allows: values.optional().meta({
    description: 'Observed values that the rule allows, such as the last one within a limit, worked by hand',
  }),
  forbids: values.optional().meta({
    description:
      'Observed values that the rule forbids, such as the first one beyond a limit, worked by hand',
  }),
});

const fields = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  title: z.string(),
  why: z.string().min(20).meta({ description: 'What no other scenario tries' }),
  desk: z.enum(['portal', 'scripted']),
  pack: z.string(),
  start: instant,
  world: z.string().min(1).optional().meta({
    description: 'The seed of its world, instead of one made of the run’s seed and the scenario’s folder',
  }),
  coverage: z
    .record(identifier, z.array(z.strictObject({ from: civilDate, to: civilDate.optional() })))
    .optional()
    .meta({ description: 'Coverage of members, instead of the standard one' }),
  steps: z.array(step).min(1),
  until: instant,
  expect: z.array(expectation).min(1),
});

/** The first step that is told after a later one, or that comes before the start or after the end; null where there is none. */
function outOfTime({ start, steps, until }: z.infer<typeof fields>): number | null {
  const times = [start, ...steps.map(({ at }) => at), until].map((at) => Date.parse(at));
  const place = times.findIndex((at, index) => at < (times[index - 1] ?? at));
  return place === -1 ? null : Math.min(place, steps.length) - 1;
}

/** One scenario: a world, steps in order of time, an end, and what must be found. Hand-worked; one YAML file each. */
export const scenario = fields.superRefine((value, context) => {
  const place = outOfTime(value);
  if (place === null) return;
  context.addIssue({
    code: 'custom',
    path: ['steps', place, 'at'],
    message: 'steps stand in order of time, between start and until; the clock of a portal never runs back',
  });
});

export type Scenario = z.infer<typeof scenario>;
export type Step = Scenario['steps'][number];
export type Expectation = Scenario['expect'][number];

/** The published JSON Schema of a scenario. */
export const scenarioSchema = (): unknown => z.toJSONSchema(scenario, { target: 'draft-2020-12' });
