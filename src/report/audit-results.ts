import { z } from 'zod';

const tally = z.strictObject({
  met: z.number(),
  violated: z.number(),
  depends: z.number(),
  pending: z.number(),
  indeterminate: z.number(),
  'not-applicable': z.number(),
});
const obligation = z.strictObject({
  duty: z.string(),
  title: z.string(),
  rule: z.string(),
  cite: z.string(),
  startAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  actualAt: z.string().nullable(),
  verdict: z.string(),
  byInterpretation: z.string().meta({ description: 'Under default / strict / lenient.' }),
  lateBySeconds: z.number().nullable(),
  causedBy: z.string(),
  flips: z.string(),
  arithmetic: z.string(),
  silence: z.string().meta({ description: 'What silence counts as: denial, approval, or nothing.' }),
});
const ledger = z.strictObject({
  caseId: z.string(),
  decisionNo: z.string(),
  obligations: z.array(obligation),
});
const spread = z.strictObject({ n: z.number(), approved: z.number(), denied: z.number() });
const hours = z.strictObject({ mean: z.number(), median: z.number() }).nullable();

/** What an audit of one log under one pack comes to. Instants are ISO, UTC. */
export const auditResults = z.strictObject({
  format: z.literal('portalproof-audit/1'),
  program: z.string(),
  log: z.strictObject({ files: z.array(z.string()), rows: z.number() }),
  pack: z.strictObject({
    id: z.string(),
    title: z.string(),
    dated: z.string(),
    zone: z.string(),
    unconfirmed: z.array(z.string()),
  }),
  asOf: z.string(),
  asOfGiven: z.boolean(),
  exact: z.boolean(),
  rows: z.strictObject({ in: z.number(), judged: z.number(), outOfScope: z.number(), rejected: z.number() }),
  outOfScope: z.array(z.strictObject({ reason: z.string(), rows: z.number() })),
  unjudged: z
    .array(z.strictObject({ duty: z.string(), rule: z.string(), column: z.string() }))
    .meta({ description: 'Clocks for which the log lacks a column.' }),
  rejected: z.array(z.strictObject({ column: z.string(), reason: z.string(), rows: z.number() })),
  quality: z.array(
    z.strictObject({ column: z.string(), rows: z.number(), of: z.number(), says: z.string() }),
  ),
  findings: z.number(),
  tally,
  followOn: z
    .number()
    .meta({ description: 'Violations that only follow from an earlier duty of the same determination.' }),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      duty: z.string(),
      cite: z.string(),
      confirmed: z.boolean(),
      tally,
      byInterpretation: z.strictObject({ default: tally, strict: tally, lenient: tally }),
      followOn: z.number(),
    }),
  ),
  groups: z.array(
    z.strictObject({ by: z.string(), value: z.string(), duty: z.string(), tally, followOn: z.number() }),
  ),
  turnaround: z.array(
    z.strictObject({
      duty: z.string(),
      rule: z.string(),
      n: z.number(),
      median: z.number(),
      p90: z.number(),
      p99: z.number(),
      longest: z.number(),
      shares: z
        .array(z.number())
        .meta({ description: 'By twentieths of the time allowed; the last is more than twice it.' }),
      lastMinute: z.number(),
    }),
  ),
  sensitivity: z.strictObject({
    settings: z.array(
      z.strictObject({
        setting: z.string(),
        value: z.string(),
        toViolated: z.number(),
        toMet: z.number(),
        other: z.number(),
      }),
    ),
    receipts: z.array(z.strictObject({ definition: z.string(), violated: z.number(), turned: z.number() })),
  }),
  worst: z.array(ledger),
  sample: z
    .strictObject({
      seed: z.string(),
      population: z.number(),
      drawn: z.number(),
      method: z.string(),
      doubtful: z.number(),
      notApplicable: z.number(),
      ledgers: z.array(ledger),
      met: z.number(),
      reviewed: z.number(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
    })
    .nullable(),
  metrics: z
    .array(
      z.strictObject({
        year: z.string(),
        lineOfBusiness: z.string(),
        standard: spread,
        expedited: spread,
        approvedAfterAppeal: z.strictObject({ appealed: z.number(), approved: z.number() }),
        extendedAndApproved: z.number(),
        standardHours: hours,
        expeditedHours: hours,
      }),
    )
    .nullable(),
  weaker: z.array(
    z.strictObject({ pack: z.string(), title: z.string(), cases: z.number(), says: z.string() }),
  ),
  flipped: z
    .array(
      z.strictObject({
        caseId: z.string(),
        decisionNo: z.string(),
        duty: z.string(),
        here: z.string(),
        there: z.string(),
        pack: z.string(),
      }),
    )
    .meta({ description: 'Duties that one pack finds kept and another finds broken; the first hundred.' }),
});
export type AuditResults = z.infer<typeof auditResults>;
