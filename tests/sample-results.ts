import { RESULTS_FORMAT, type Results } from '../src/report/index.ts';

type Verdict = Results['verdicts'][number]['verdict'];

/** Results of a run in which nothing was played, with the given verdicts by rule. Made by hand, for tests of reports. */
export function sampleResults(verdicts: Readonly<Record<string, Verdict>>): Results {
  const summary: Results['summary'] = {};
  for (const verdict of Object.values(verdicts)) summary[verdict] = (summary[verdict] ?? 0) + 1;
  const pack = { id: 'allways-commercial', title: 'A pack', zone: 'America/New_York' };
  return {
    formatVersion: RESULTS_FORMAT,
    generator: 'portalproof 0.1.0',
    implementation: {
      organization: 'A plan',
      product: 'A portal',
      version: '1',
      contact: 'nobody@example.com',
      capabilities: [],
      adapter: 'in-process',
    },
    pack,
    packs: [pack],
    interpretation: 'all',
    seed: '1',
    time: 'the portal’s own clock',
    complete: true,
    scope: null,
    exitCode: 0,
    summary,
    verdicts: Object.entries(verdicts).map(([rule, verdict]) => ({
      rule,
      level: 'MUST',
      basis: 'stated',
      binds: 'plan',
      core: false,
      evidence: ['observed'],
      verdict,
      exercised: 1,
      met: verdict === 'pass' ? 1 : 0,
      violated: verdict === 'fail' ? 1 : 0,
      pending: 0,
      indeterminate: 0,
      depends: 0,
      boundary: 0,
      nearMisses: 0,
      statement: 'What the rule says.',
      citation: 'A document: a heading',
      severity: 'fail',
      reason: '',
      notJudged: [],
    })),
    violations: [],
    depends: [],
    staff: [],
    conduct: [],
    linesWithoutClock: [],
    coverage: [],
    notTested: [],
    consultations: [],
    misfits: [],
    scenarios: [],
  };
}
