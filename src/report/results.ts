import { z } from 'zod';
import { courseFromVersion1, courseResult } from './course-results.ts';
import { reportValues } from './finding-words.ts';

/**
 * The version of results.json; a change that breaks a reader raises it. Version 2 says `inconclusive` where version 1
 * said `unproved`, lists the values of a field where version 1 allowed any text, and tells violations and the course of a
 * peer-to-peer as data where version 1 told them in sentences.
 */
export const RESULTS_FORMAT = 2;

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

type Listed = Record<string, unknown>[] | undefined;

/** A violation of version 1, which had its sentence alone and said knob for a setting. */
const violationsFromVersion1 = (old: Listed): unknown =>
  (old ?? []).map(({ flips = [], ...own }) => ({
    ...{ given: {}, expected: {}, observed: {}, records: [] },
    ...own,
    flips: (flips as Record<string, unknown>[]).map(({ knob, ...flip }) => ({ ...flip, setting: knob })),
  }));

/** Version 1 in the words of version 2. */
function fromVersion1(old: Record<string, unknown>): unknown {
  const {
    summary = {},
    verdicts = [],
    consultations = [],
    violations,
    depends,
    staff,
    reading,
    ...rest
  } = old as {
    reading?: string;
    violations?: Listed;
    depends?: Listed;
    staff?: Listed;
    summary?: Record<string, unknown>;
    verdicts?: Record<string, unknown>[];
    consultations?: Record<string, unknown>[];
  };
  return {
    ...rest,
    formatVersion: RESULTS_FORMAT,
    interpretation: reading,
    summary: Object.fromEntries(Object.entries(summary).map(([word, count]) => [oldWord(word), count])),
    verdicts: verdicts.map((own) => ({ ...own, verdict: oldWord(own.verdict) })),
    consultations: consultations.map(courseFromVersion1),
    violations: violationsFromVersion1(violations),
    depends: violationsFromVersion1(depends),
    staff: violationsFromVersion1(staff),
  };
}

/** Reads the value of a results.json of this version or an older one. Throws ZodError for anything else. */
export function readResults(value: unknown): Results {
  const versioned = z.looseObject({ formatVersion: z.int() }).parse(value);
  return results.parse(versioned.formatVersion === 1 ? fromVersion1(versioned) : versioned);
}

/** The published JSON Schema of results.json. */
export const resultsSchema = (): unknown => z.toJSONSchema(results, { target: 'draft-2020-12' });
