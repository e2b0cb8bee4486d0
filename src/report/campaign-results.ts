import { z } from 'zod';

const moment = z.strictObject({
  at: z.string(),
  what: z.string(),
  kind: z.enum(['event', 'limit']),
  late: z.boolean(),
});

const failure = z.strictObject({
  rule: z.string(),
  /** How many scenarios show it. */
  scenarios: z.int(),
  because: z.string(),
  /** Plays the shortest scenario again, and the whole one. */
  token: z.string(),
  whole: z.string(),
  steps: z.array(z.strictObject({ at: z.string(), as: z.string(), what: z.string(), told: z.string() })),
  until: z.string(),
  from: z.int().meta({ description: 'Steps of the scenario before it was minimized' }),
  left: z.int(),
  tries: z.int(),
  timeline: z.array(moment),
});

const ruleCount = z.strictObject({ fired: z.int(), violated: z.int(), near: z.int(), at: z.int() });

/** The version of campaign.json. Each version has other names for what the one before told. */
export const CAMPAIGN_FORMAT = 3;

/** What fuzzing found, and what it reached. */
export const campaignResults = z.strictObject({
  formatVersion: z.literal(CAMPAIGN_FORMAT),
  implementation: z.string(),
  seed: z.string(),
  injectFaults: z.boolean(),
  stopped: z.boolean(),
  scenarios: z.int(),
  cases: z.int().meta({ description: 'Requests and cases that the scenarios make' }),
  steps: z.int(),
  seconds: z.number(),
  onOthers: z.int().meta({ description: 'Violations by the staff and providers that the scenarios play' }),
  failures: z.array(failure),
  broken: z.array(z.strictObject({ message: z.string(), scenarios: z.int(), token: z.string() })),
  controlRun: z
    .strictObject({ caught: z.boolean(), scenarios: z.int(), faulty: z.int(), false: z.array(z.string()) })
    .nullable(),
  coverage: z.strictObject({
    rules: z.record(z.string(), ruleCount),
    operations: z.record(z.string(), z.int()),
    pairs: z.record(z.string(), z.int()),
    neverRules: z.array(z.string()),
    neverOperations: z.array(z.string()),
  }),
});

export type CampaignResults = z.infer<typeof campaignResults>;
export type CampaignFailure = CampaignResults['failures'][number];

/** Field names of older versions, and what they are called now. */
const NAMES: Readonly<Record<string, string>> = {
  stories: 'scenarios',
  troubles: 'injectFaults',
  canary: 'controlRun',
};

/** A value of an older version with its fields under the names of today, at every depth. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [NAMES[name] ?? name, renamed(own)]));
}

/** Reads the value of a campaign.json of this version or an older one. Throws ZodError for anything else. */
export function readCampaignResults(value: unknown): CampaignResults {
  const { formatVersion, ...rest } = z.looseObject({ formatVersion: z.int() }).parse(value);
  const old = formatVersion >= 1 && formatVersion < CAMPAIGN_FORMAT;
  return campaignResults.parse({
    formatVersion: old ? CAMPAIGN_FORMAT : formatVersion,
    ...(old ? (renamed(rest) as object) : rest),
  });
}
