import { z } from 'zod';
import { courseFromVersion1, courseResult } from './course-results.ts';
import { reportValues } from './finding-words.ts';

/**
 * The version of results.json; a change that breaks a reader raises it. Version 2 says `inconclusive` where version 1
 * said `unproved`, lists the values of a field where version 1 allowed any text, and tells the course of a
 * peer-to-peer as data where version 1 told it in sentences. Version 3 says `interpretation` and `setting` where
 * version 2 said `reading` and `knob`, and tells violations as data.
 */
export const RESULTS_FORMAT = 3;

/** A rule's sum over a run. */
export const VERDICTS = [
  'pass',
  'fail',
  'warn',
  'depends',
  'inconclusive',
  'unsupported',
  'not-applicable',
  'error',
] as const;

const ruleId = z.string();
const ruleVerdict = z.enum(VERDICTS);
const findingVerdict = z.enum(['met', 'violated', 'pending', 'indeterminate', 'depends', 'not-applicable']);
const evidence = z.enum(['observed', 'reported', 'staged']);

const counts = z.partialRecord(ruleVerdict, z.int().min(0));

const flip = z.strictObject({
  setting: z.string(),
  value: z.string(),
  verdict: findingVerdict,
  dueAt: z.string().nullable(),
});

const moment = z.strictObject({
  what: z.string().meta({ description: 'received, information, decision, call, letter …' }),
  at: z.string(),
  kind: z.enum(['event', 'limit']),
  late: z.boolean(),
});

const pack = z.strictObject({ id: z.string(), title: z.string(), zone: z.string() });

const violation = z.strictObject({
  rule: ruleId,
  scenario: z.string(),
  case: z.string(),
  because: z.string().meta({ description: 'The comparison in one line, for consoles' }),
  given: reportValues.meta({ description: 'What the rule was applied to' }),
  expected: reportValues.meta({
    description: 'What the rule requires, by name: a value, or a demand that more than one value meets',
  }),
  observed: reportValues.meta({ description: 'What was seen instead, by the same names' }),
  records: z.array(z.int()).meta({ description: 'The seq of the history’s records that show it' }),
  evidence,
  causedBy: ruleId.nullable(),
  flips: z.array(flip),
  timeline: z.array(moment),
  reproduce: z.string(),
});

/** What a run found. `formatVersion` names this layout; further fields may come, these stay. */
export const results = z.strictObject({
  formatVersion: z.literal(RESULTS_FORMAT),
  generator: z.string(),
  implementation: z.strictObject({
    organization: z.string(),
    product: z.string(),
    version: z.string(),
    contact: z.string(),
    capabilities: z.array(z.string()),
    adapter: z.string(),
  }),
  pack: pack.meta({ description: 'The first of the packs, in whose zone the report shows instants' }),
  packs: z.array(pack).min(1).meta({ description: 'Every pack that the scenarios play by' }),
  interpretation: z.string(),
  seed: z.string(),
  time: z.string().meta({ description: 'How time was controlled: own clock, …' }),
  complete: z
    .boolean()
    .meta({ description: 'False where the run was stopped before every scenario was played' }),
  scope: z
    .string()
    .nullable()
    .meta({ description: 'Which part of the suite was chosen; null for all of it' }),
  exitCode: z.union([z.literal(0), z.literal(1), z.literal(3), z.literal(4)]),
  summary: counts,
  verdicts: z.array(
    z.strictObject({
      rule: ruleId,
      level: z.enum(['MUST', 'MUST NOT', 'SHOULD', 'MAY']),
      basis: z.enum(['stated', 'derived', 'inferred', 'observed', 'unjudged']),
      binds: z.enum(['plan', 'provider', 'delegate', 'member']),
      core: z.boolean(),
      evidence: z.array(evidence),
      verdict: ruleVerdict,
      exercised: z.int(),
      met: z.int(),
      violated: z.int(),
      pending: z.int(),
      indeterminate: z.int(),
      depends: z.int(),
      boundary: z.int(),
      nearMisses: z.int(),
      statement: z.string(),
      citation: z.string(),
      severity: z.enum(['fail', 'warn', 'info']),
      reason: z.string().meta({ description: 'Why it is no pass, where it is none' }),
      notJudged: z
        .array(z.string())
        .optional()
        .meta({ description: 'Clauses of the statement that no check looks at' }),
    }),
  ),
  violations: z.array(violation),
  depends: z.array(violation),
  staff: z.array(violation).meta({ description: 'Deliberate deviations by simulated plan staff' }),
  conduct: z
    .array(
      z.strictObject({
        rule: ruleId,
        statement: z.string(),
        citation: z.string(),
        met: z.int(),
        violated: z.int(),
        depends: z.int(),
      }),
    )
    .meta({
      description:
        'Rules that bind providers: what the scenarios’ providers did; never for or against a portal',
    }),
  linesWithoutClock: z
    .array(z.string())
    .meta({ description: 'Lines of business in the scenarios’ worlds that no clock of the packs binds' }),
  coverage: z
    .array(
      z.strictObject({
        document: z.string(),
        rules: z.int(),
        judged: z.int().meta({ description: 'Rules with every clause judged' }),
        judgedInPart: z
          .int()
          .optional()
          .meta({ description: 'Rules of which some clauses are judged; verdicts name the others' }),
        onProviders: z
          .int()
          .meta({ description: 'Those of the judged, whole or in part, that bind providers' }),
        passed: z.int().meta({ description: 'Those of the judged, whole or in part, that passed' }),
        byEvidence: z.record(z.string(), z.int()),
      }),
    )
    .meta({ description: 'How much of each source document the run covers' }),
  notTested: z.array(z.strictObject({ why: z.string(), rules: z.array(ruleId) })),
  consultations: z
    .array(courseResult)
    .meta({ description: 'The course of each case that was discussed peer to peer' }),
  misfits: z
    .array(z.string())
    .meta({ description: 'Answers that do not fit the contract; no verdict by themselves' }),
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      verdict: z.enum(['pass', 'fail', 'warn', 'error', 'unsupported']),
      seconds: z.number(),
      notes: z.array(z.string()),
    }),
  ),
});

export type Results = z.infer<typeof results>;
export type Violation = Results['violations'][number];

const oldWord = (word: unknown): unknown => (word === 'unproved' ? 'inconclusive' : word);

type Listed = Record<string, unknown>[];

/** Version 1 in the words of version 2. */
function fromVersion1(old: Record<string, unknown>): Record<string, unknown> {
  const {
    summary = {},
    verdicts = [],
    consultations = [],
  } = old as {
    summary?: Record<string, unknown>;
    verdicts?: Listed;
    consultations?: Listed;
  };
  return {
    ...old,
    formatVersion: 2,
    summary: Object.fromEntries(Object.entries(summary).map(([word, count]) => [oldWord(word), count])),
    verdicts: verdicts.map((own) => ({ ...own, verdict: oldWord(own.verdict) })),
    consultations: consultations.map(courseFromVersion1),
  };
}

/** A violation of version 2, which had its sentence alone. */
const violationFromVersion2 = ({ flips = [], ...own }: Record<string, unknown>): unknown => ({
  ...{ given: {}, expected: {}, observed: {}, records: [] },
  ...own,
  flips: (flips as Listed).map(({ knob, ...flip }) => ({ setting: knob, ...flip })),
});

/** Version 2 in the words of version 3. */
function fromVersion2({ reading, ...old }: Record<string, unknown>): Record<string, unknown> {
  const told = (name: string): unknown => ((old[name] ?? []) as Listed).map(violationFromVersion2);
  const listed = { violations: told('violations'), depends: told('depends'), staff: told('staff') };
  return { interpretation: reading, ...old, ...listed, formatVersion: 3 };
}

/** How each older version becomes the next. */
const NEXT: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>> = {
  1: fromVersion1,
  2: fromVersion2,
};

/** Reads the value of a results.json of this version or an older one. Throws ZodError for anything else. */
export function readResults(value: unknown): Results {
  const versioned = z.looseObject({ formatVersion: z.int() });
  let read = versioned.parse(value);
  for (let next = NEXT[read.formatVersion]; next; next = NEXT[read.formatVersion])
    read = versioned.parse(next(read));
  return results.parse(read);
}

/** The published JSON Schema of results.json. */
export const resultsSchema = (): unknown => z.toJSONSchema(results, { target: 'draft-2020-12' });
