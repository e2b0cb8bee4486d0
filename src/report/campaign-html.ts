import Handlebars from 'handlebars';
import type { CampaignResults } from './campaign-results.ts';
import { instantWords } from './dates.ts';
import { drawTimeline } from './timeline.ts';

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

/** The reader’s first question: was anything found, and can the result be trusted. */
function answerOf({ failures, broken, controlRun, stopped, scenarios }: CampaignResults) {
  if (failures.length > 0)
    return {
      word: 'Found something',
      tone: 'fail',
      line: `${count(failures.length, 'rule is', 'rules are')} violated.`,
    };
  if (controlRun && (!controlRun.caught || controlRun.false.length > 0))
    return {
      word: 'Not to be trusted',
      tone: 'fail',
      line: controlRun.caught
        ? 'The control run reported violations of the reference implementation (false positives); please report this.'
        : 'The control run did not find the known fault of a portal that is faulty in one world of a hundred.',
    };
  if (broken.length > 0)
    return { word: 'No answer', tone: 'warn', line: 'Some scenarios could not be played to their end.' };
  if (scenarios === 0)
    return { word: 'Nothing played', tone: 'warn', line: 'Fuzzing ended before its first scenario.' };
  return {
    word: 'Found nothing',
    tone: 'pass',
    line: `${count(scenarios, 'scenario', 'scenarios')} violated no rule${stopped ? ', up to where it was stopped' : ''}.`,
  };
}

/** The page of what fuzzing found. Times are shown in a zone. */
export function toCampaignHtml(
  results: CampaignResults,
  zone: string,
  template: string,
  stylesheet: string,
): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('count', (number: number) => number.toLocaleString('en-US'));
  handlebars.registerHelper('when', (at: string) => instantWords(Date.parse(at), zone));
  const rules = Object.entries(results.coverage.rules)
    .map(([rule, own]) => ({ rule, ...own }))
    .sort((a, b) => a.fired - b.fired || (a.rule < b.rule ? -1 : 1));
  const pairs = Object.entries(results.coverage.pairs).sort(([, a], [, b]) => a - b);
  return handlebars.compile(template, { strict: true, knownHelpersOnly: false })({
    results,
    stylesheet: new Handlebars.SafeString(stylesheet),
    answer: answerOf(results),
    zone,
    rules,
    fired: rules.length,
    atEdge: rules.filter(({ at, near }) => at + near > 0).length,
    pairs: pairs.length,
    failures: results.failures.map((one) => ({
      ...one,
      svg: new Handlebars.SafeString(drawTimeline(one.timeline, zone)),
    })),
  });
}
