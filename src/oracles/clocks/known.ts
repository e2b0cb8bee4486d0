import { continuedRowOf } from '../../facts/case-file.ts';
import type { Condition, Layout, Test } from '../../rulebook/index.ts';
import type { Anchors } from './arms.ts';
import { anchorsOf, type Determination } from './determination.ts';

/** What a condition comes to: whether it holds, or the first fact that the history does not tell. */
export type Answer = boolean | { readonly missing: string };

/**
 * What a history tells of one determination, by the names of facts. A fact that is in neither map is one that a history
 * cannot show. Instants are epoch ms; null is "has not happened".
 */
export type Known = {
  readonly texts: ReadonlyMap<string, string>;
  readonly low: Anchors;
  readonly high: Anchors;
};

/** The kind under which the clocks that bind a determination are looked up. */
export const BOUND = 'bound';

const REVIEWS: Readonly<Record<string, string>> = { retrospective: 'retrospective' };

function textsOf(determination: Determination): Map<string, string> {
  const { file, decided, reconsideration, revision } = determination;
  const review = reconsideration
    ? 'reconsideration'
    : revision
      ? (REVIEWS[continuedRowOf(file)] ?? 'concurrent')
      : file.reviewType;
  const texts = new Map([
    ['case', file.id],
    ['review-type', review],
    ['outcome', decided?.outcome ?? (file.closed ? 'closed' : '')],
    ['basis', decided?.outcome === 'approved' ? '' : (decided?.basis ?? '')],
    ['denial-reason', decided?.basis === 'administrative' ? decided.reason : ''],
    ['decided-by-role', decided?.role ?? ''],
  ]);
  if (file.lineOfBusiness !== null) texts.set('line-of-business', file.lineOfBusiness);
  if (file.urgency !== null) texts.set('urgency', file.urgency);
  if (file.setting !== null) texts.set('setting', file.setting);
  return texts;
}

function instantsOf(determination: Determination, end: 'low' | 'high'): Anchors {
  const { file, letterTo } = determination;
  const told = (one: { readonly at: { readonly low: number; readonly high: number } } | null) =>
    one?.at[end] ?? null;
  return {
    ...anchorsOf(determination, end),
    row: BOUND,
    others: new Map([
      ['written-provider', told(letterTo('provider'))],
      ['written-member', told(letterTo('member'))],
      ['closed', told(file.closed)],
      // What ended before it was asked for is retrospective by its review type already.
      ['service-end', null],
      // No history tells of more time that was taken.
      ['extension-until', null],
      ['extension-notice', null],
    ]),
  };
}

/** What a history tells of a determination. */
export const knownOf = (determination: Determination): Known => ({
  texts: textsOf(determination),
  low: instantsOf(determination, 'low'),
  high: instantsOf(determination, 'high'),
});

/** An instant by the name of its fact (epoch ms); null where it has not happened, undefined where a history cannot show it. */
export function instantKnown(
  { low, high }: Known,
  end: 'low' | 'high',
  fact: string,
): number | null | undefined {
  const anchors = end === 'low' ? low : high;
  switch (fact) {
    case 'received':
      return anchors.received;
    case 'information-complete':
      return anchors.information;
    case 'decided':
      return anchors.decided;
    case 'verbal-notice':
      return anchors.called;
    case 'parent.received':
      return anchors.original?.received ?? null;
    default:
      return anchors.others?.get(fact);
  }
}

function answerOf(known: Known, fact: string, test: Test): Answer {
  if ('after' in test) {
    const [own, other] = [instantKnown(known, 'low', fact), instantKnown(known, 'high', test.after)];
    if (own === undefined || other === undefined) return { missing: own === undefined ? fact : test.after };
    return own !== null && other !== null && own > other;
  }
  const text = known.texts.get(fact);
  if ('present' in test) {
    const instant = instantKnown(known, 'low', fact);
    if (instant !== undefined) return (instant !== null) === test.present;
    return text === undefined ? { missing: fact } : (text !== '') === test.present;
  }
  if (text === undefined) return { missing: fact };
  return 'in' in test ? test.in.includes(text) : !test.not.includes(text);
}

/** What a condition comes to: a test that fails decides an alternative, whatever else of it is missing. */
export function holds(known: Known, condition: Condition): Answer {
  if (condition.length === 0) return true;
  let missing: Answer = false;
  for (const all of condition) {
    const answers = Object.entries(all).map(([fact, test]) => answerOf(known, fact, test));
    if (answers.includes(false)) continue;
    const open = answers.find((answer) => answer !== true);
    if (open === undefined) return true;
    if (missing === false) missing = open;
  }
  return missing;
}

/** The kind of a determination under a layout: the first that fits, `''` where none does. */
export function kindOf(known: Known, { kinds }: Layout): string | { readonly missing: string } {
  for (const { name, when } of kinds) {
    const answer = holds(known, when);
    if (answer === true) return name;
    if (answer !== false) return answer;
  }
  return '';
}
