import type { Description } from '../../contract/index.ts';
import { RESULTS_FORMAT, type Results } from '../../report/index.ts';
import { DOCUMENTS, notJudgedIn, type Pack, RULES, type RuleId, ruleOf } from '../../rulebook/index.ts';
import { runExitCode } from '../exit-code.ts';
import type { Outcome } from '../run-suite.ts';
import {
  conductOf,
  type InterpretationChoice,
  type RuleVerdict,
  verdictsOf,
  verdictUnder,
} from '../verdicts.ts';
import { consultationsOf } from './consultations.ts';
import { coverageOf } from './coverage.ts';
import { violationOf } from './violations.ts';

/** What `resultsOf` sums up. */
export type ResultsInputs = {
  readonly outcomes: readonly Outcome[];
  readonly description: Description;
  readonly adapter: string;
  /** The packs that the scenarios play by, the first of them that of the plan. */
  readonly packs: readonly Pack[];
  readonly interpretation: InterpretationChoice;
  readonly seed: string;
  readonly generator: string;
  readonly complete: boolean;
  /** The options of `portalproof run` that lead to the same interface again, with a leading blank; else empty. */
  readonly interfaceOptions: string;
  /** Rules that a chosen part of the suite is about; undefined for the whole. */
  readonly within?: ReadonlySet<string>;
  /** Which part of the suite was chosen, in words. */
  readonly scope?: string;
};

const REASONS: Partial<Record<RuleVerdict['verdict'], string>> = {
  inconclusive: 'no scenario that was played found it met',
  unsupported: 'the implementation lacks a capability that it needs',
  depends: 'the interpretations disagree',
  error: 'a scenario about it ended in an error',
};

const citationOf = (id: RuleId): string =>
  ruleOf(id)
    .sources.map(({ document, heading }) => `${DOCUMENTS[document]}: ${heading}`)
    .join('; ');

/** Rules of the catalogue that nothing judged, by reason. */
function notTested(verdicts: readonly RuleVerdict[]): Results['notTested'] {
  const groups = new Map<string, string[]>();
  const put = (why: string, rule: RuleId): void => {
    const own = groups.get(why) ?? [];
    own.push(rule);
    groups.set(why, own);
  };
  for (const { rule, verdict } of verdicts) {
    const reason = REASONS[verdict];
    if (reason && verdict !== 'depends') put(reason, rule);
  }
  for (const { id, disposition } of RULES) {
    if (disposition.is === 'not yet') put(`not judged yet, waits for ${disposition.waitsFor}`, id);
    if (disposition.is === 'not judgeable') put('cannot be judged from what a system records', id);
    if (disposition.is === 'judged in audit only') put('judged in an audit of a log only', id);
    if (disposition.is === 'summed up by') put('no fact of its own: other rules judge it', id);
  }
  return [...groups].map(([why, rules]) => ({ why, rules }));
}

/** Lines of business of the members in a run that no clock of its packs binds. */
const linesWithoutClock = (outcomes: readonly Outcome[], packs: readonly Pack[]): string[] => {
  const members = outcomes.flatMap(({ history }) => history?.header.world.members ?? []);
  const lines = new Set(members.map(({ lineOfBusiness }) => lineOfBusiness));
  const timed = packs.filter(({ clocks }) => clocks.length > 0).flatMap((pack) => pack.linesOfBusiness);
  return timed.length === 0 ? [] : [...lines].filter((line) => !timed.includes(line)).sort();
};

/** Everything that a run found, as the value that results.json holds. Throws RangeError where there is no pack. */
export function resultsOf(inputs: ResultsInputs): Results {
  const { outcomes, description, packs, interpretation, seed, interfaceOptions } = inputs;
  const core = packs.flatMap((pack) => pack.core);
  const named = packs.map(({ id, title, zone }) => ({ id, title, zone }));
  const [first] = named;
  if (!first) throw new RangeError('a run is judged by one pack at least');
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const disturbed = new Set(
    outcomes
      .filter(({ verdict }) => verdict === 'error')
      .flatMap(({ scenario }) => scenario.expect.map(({ rule }) => rule)),
  );
  const verdicts = verdictsOf({
    core,
    findings,
    interpretation,
    capabilities: description.capabilities,
    disturbed,
  });
  const summary: Results['summary'] = {};
  for (const { verdict } of verdicts) summary[verdict] = (summary[verdict] ?? 0) + 1;
  const shortestFirst = [...outcomes].sort((a, b) => a.scenario.steps.length - b.scenario.steps.length);
  const shown = (choose: (found: Outcome['findings'][number]) => boolean): Results['violations'] =>
    shortestFirst.flatMap((outcome) =>
      outcome.findings
        .filter(choose)
        .map((found) => violationOf(found, outcome, { seed, interfaceOptions, zone: first.zone })),
    );
  return {
    formatVersion: RESULTS_FORMAT,
    generator: inputs.generator,
    implementation: {
      organization: description.organization,
      product: description.product,
      version: description.version,
      contact: description.contact,
      capabilities: [...description.capabilities],
      adapter: inputs.adapter,
    },
    pack: first,
    packs: named,
    interpretation: interpretation === 'all' ? 'a failure must stand under all three' : interpretation,
    seed,
    time: description.capabilities.includes('clock')
      ? 'virtual clock of the system under test'
      : 'none: the portal has no clock that can be moved',
    complete: inputs.complete,
    scope: inputs.scope ?? null,
    exitCode: runExitCode({ verdicts, outcomes, complete: inputs.complete, within: inputs.within }),
    summary,
    verdicts: verdicts.map((verdict) => ({
      ...verdict,
      evidence: [...verdict.evidence],
      statement: ruleOf(verdict.rule).statement,
      citation: citationOf(verdict.rule),
      severity: ruleOf(verdict.rule).severity,
      reason: REASONS[verdict.verdict] ?? '',
      notJudged: [...notJudgedIn(ruleOf(verdict.rule))],
    })),
    violations: shown((found) => found.on === 'portal' && verdictUnder(found, interpretation) === 'violated'),
    depends: shown((found) => found.on === 'portal' && verdictUnder(found, interpretation) === 'depends'),
    staff: shown((found) => found.on === 'staff' && found.verdict === 'violated'),
    conduct: conductOf(findings).map((sum) => ({
      ...sum,
      statement: ruleOf(sum.rule).statement,
      citation: citationOf(sum.rule),
    })),
    coverage: coverageOf(verdicts),
    linesWithoutClock: linesWithoutClock(outcomes, packs),
    notTested: notTested(verdicts),
    consultations: consultationsOf(outcomes),
    misfits: [...new Set(outcomes.flatMap(({ misfits }) => misfits))].sort(),
    scenarios: outcomes.map(({ scenario, verdict, seconds, notes }) => ({
      id: scenario.id,
      title: scenario.title,
      verdict,
      seconds,
      notes: [...notes],
    })),
  };
}
