import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { basis, instant, outcome, party, staffRole } from '../../src/contract/index.ts';

const decision = z.strictObject({
  asked: instant.optional(),
  decided: instant.optional(),
  outcome: outcome.default('approved'),
  basis: basis.default('medical-necessity'),
  reason: z.string().default('As reviewed.'),
  role: staffRole.default('physician'),
  called: instant.optional(),
  calledParty: party.default('requesting-provider'),
  callResult: z.enum(['reached', 'voicemail', 'no-answer']).default('reached'),
  written: z.partialRecord(party, instant).default({}),
});

const facts = z.strictObject({
  row: z.enum([
    'preservice-nonurgent',
    'preservice-urgent',
    'concurrent-urgent',
    'concurrent-inpatient-standard',
    'concurrent-nonurgent',
    'retrospective',
  ]),
  received: instant,
  information: z.union([instant, z.enum(['at-receipt', 'never'])]).default('at-receipt'),
  decisions: z.array(decision).default([]),
});

const label = z.strictObject({
  rule: z.string(),
  duty: z.string().optional(),
  part: z.string().optional(),
  /** Over all interpretations; `default` under the default interpretation alone. */
  verdict: z.string().optional(),
  default: z.string().optional(),
  due: instant.optional(),
  causedBy: z.string().optional(),
  flips: z.array(z.string()).optional(),
  none: z.boolean().optional(),
});

const history = z.strictObject({
  name: z.string(),
  given: facts,
  until: instant,
  expect: z.array(label).min(1),
});

export type Facts = z.infer<typeof facts>;
export type Label = z.infer<typeof label>;
export type LabelledHistory = z.infer<typeof history>;

const folder = fileURLToPath(new URL('../histories', import.meta.url));

/** Every labelled history, from its file. Labels were worked by hand from a calendar. */
export function labelledHistories(): LabelledHistory[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => z.array(history).parse(parse(readFileSync(`${folder}/${name}`, 'utf8'))));
}
