import Handlebars from 'handlebars';
import { answerOf } from './answer.ts';
import { coursesFor } from './course.ts';
import { comparisonRows, valuesWords } from './finding-words.ts';
import type { Results, Violation } from './results.ts';
import { drawTimeline } from './timeline.ts';

const WORDS: Record<string, string> = {
  pass: 'Passed',
  fail: 'Failed',
  warn: 'Warning',
  depends: 'Depends on the interpretation',
  inconclusive: 'Inconclusive',
  unsupported: 'Not supported',
  'not-applicable': 'Not applicable',
  error: 'Error',
};

const ORDER: readonly Results['verdicts'][number]['verdict'][] = [
  'fail',
  'error',
  'warn',
  'depends',
  'inconclusive',
  'unsupported',
  'not-applicable',
  'pass',
];

/** An area of more rules than this is parted by the second word of their ids. */
const LARGE_AREA = 40;

/** Rules by area: areas in which something did not pass come first, and else they stand in order of their names. */
function groupsOf(results: Results) {
  const word = (rule: string, count: number): string => rule.split('.').slice(0, count).join('.');
  const sizes = new Map<string, number>();
  for (const { rule } of results.verdicts) sizes.set(word(rule, 1), (sizes.get(word(rule, 1)) ?? 0) + 1);
  const area = (rule: string): string => word(rule, (sizes.get(word(rule, 1)) ?? 0) > LARGE_AREA ? 2 : 1);
  const groups = new Map<string, Results['verdicts']>();
  for (const verdict of results.verdicts) {
    const own = groups.get(area(verdict.rule)) ?? [];
    own.push(verdict);
    groups.set(area(verdict.rule), own);
  }
  const rows = [...groups].map(([name, rules]) => ({
    name,
    passed: rules.filter(({ verdict }) => verdict === 'pass').length,
    total: rules.length,
    rules: [...rules].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)),
  }));
  const whole = ({ passed, total }: (typeof rows)[number]): number => Number(passed === total);
  return rows.sort((a, b) => whole(a) - whole(b) || (a.name < b.name ? -1 : 1));
}

/** The sentence of each rule with its source, for those who do not know it by its id. */
const statedRules = ({ verdicts }: Results): ReadonlyMap<string, Results['verdicts'][number]> =>
  new Map(verdicts.map((verdict) => [verdict.rule, verdict]));

/** Violations come with the shortest scenario first, and stay so; what merely follows from another violation comes last. */
function shown(violations: readonly Violation[], results: Results) {
  const { zone } = results.pack;
  const stated = statedRules(results);
  const byRule = new Map<string, Violation[]>();
  for (const violation of violations) {
    const own = byRule.get(violation.rule) ?? [];
    own.push(violation);
    byRule.set(violation.rule, own);
  }
  return [...byRule]
    .map(([rule, own]) => {
      const sorted = [...own].sort((a, b) => Number(a.causedBy !== null) - Number(b.causedBy !== null));
      const [first] = sorted;
      return {
        rule,
        statement: stated.get(rule)?.statement ?? '',
        citation: stated.get(rule)?.citation ?? '',
        first,
        rows: first ? comparisonRows(first, zone) : [],
        given: first ? valuesWords(first.given, zone) : '',
        svg: first ? drawTimeline(first.timeline, zone) : '',
        count: own.length,
        others: sorted.slice(1, 6),
        more: Math.max(0, own.length - 6),
      };
    })
    .sort((a, b) => Number(a.first?.causedBy !== null) - Number(b.first?.causedBy !== null));
}

/** One self-contained page. Every value that a portal sent is escaped by the template. Pure. */
export function toHtml(results: Results, template: string, stylesheet: string): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('word', (verdict: string) => WORDS[verdict] ?? verdict);
  handlebars.registerHelper(
    'plural',
    (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`,
  );
  handlebars.registerHelper('share', (part: number, whole: number) =>
    whole === 0 ? '–' : `${Math.round((100 * part) / whole)}\u00a0%`,
  );
  const render = handlebars.compile(template, { strict: false });
  const chips = ORDER.map((verdict) => ({ verdict, count: results.summary[verdict] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
  return render({
    results,
    stylesheet: new Handlebars.SafeString(stylesheet),
    answer: answerOf(results),
    chips,
    groups: groupsOf(results),
    violations: shown(results.violations, results).map((one) => ({
      ...one,
      svg: new Handlebars.SafeString(one.svg),
    })),
    depends: shown(results.depends, results).map((one) => ({
      ...one,
      svg: new Handlebars.SafeString(one.svg),
    })),
    staff: shown(results.staff, results),
    conduct: results.conduct,
    consultations: coursesFor(results.consultations),
    failed: results.verdicts.filter(({ verdict }) => verdict === 'fail'),
    untested: results.notTested.map(({ why, rules }) => ({ why, rules, count: rules.length })),
    untestedTotal: results.notTested.reduce((sum, { rules }) => sum + rules.length, 0),
    disturbed: results.scenarios.filter(({ verdict }) => verdict === 'error' || verdict === 'unsupported'),
  });
}
