import { notes } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Duty, Part, RuleId } from '../../rulebook/index.ts';
import { type Anchors, owes } from '../clocks/arms.ts';
import { actOf, anchorsOf, type Determination, determinationsOf, inScope } from '../clocks/determination.ts';
import { DUTY_NAMES } from '../clocks/duty-names.ts';
import { type DutyAnswer, judgeDuty } from '../clocks/judge-duty.ts';
import { misreadings } from '../clocks/roots.ts';
import { armWords } from '../clocks/words.ts';
import { type Finding, finding } from '../finding.ts';
import { atMost, instant, span } from '../value.ts';

const MINUTE_MS = 60_000;
const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

/** The duties that a determination owes. A letter that only the provider is owed is not owed to the member. */
function dutiesOf({ decided }: Determination): readonly Duty[] {
  if (!decided) return ['decision', 'verbal'];
  const providerOnly = ['no-prior-authorization', 'late-notification', 'missing-clinical-documentation'];
  const owesMember = !(decided.basis === 'administrative' && providerOnly.includes(decided.reason));
  return ['decision', 'verbal', 'written-provider', ...(owesMember ? (['written-member'] as const) : [])];
}

/** The limit that binds, what came of the duty, and what the limit was counted from. */
function comparison(
  facts: Facts,
  duty: Duty,
  { arm, from, due }: DutyAnswer<RuleId>['arms'][number],
  act: number | null,
): Pick<Finding, 'given' | 'expected' | 'observed'> {
  const name = DUTY_NAMES[duty];
  const limit = { limit: armWords(facts.pack, arm), countedFrom: instant(from) };
  if (act === null)
    return {
      given: { ...limit, historyEnds: instant(facts.until) },
      expected: { [name]: atMost(instant(due)) },
      observed: { [name]: null },
    };
  const late = act > due ? { lateBy: span(act - due) } : { timeLeft: span(due - act) };
  return {
    given: limit,
    expected: { [name]: atMost(instant(due)) },
    observed: { [name]: instant(act), ...late },
  };
}

const COPIES = { 'written-provider': 'member', 'written-member': 'provider' } as const;

const MEMBER_ISSUED = ['excluded-benefit', 'exhausted-benefit'];

/** The rule on who gets a letter, where only this one of the two copies was never sent. */
function missingCopy({ decided, letterTo }: Determination, duty: Duty, act: number | null): RuleId | null {
  if (act !== null || !decided || (duty !== 'written-provider' && duty !== 'written-member')) return null;
  if (!letterTo(COPIES[duty])) return null;
  if (decided.outcome !== 'denied') return 'um.time.written-to-both-on-approval';
  const memberIssued = decided.basis === 'administrative' && MEMBER_ISSUED.includes(decided.reason);
  return memberIssued && duty === 'written-member' ? 'um.admin-denial.member-issued' : null;
}

/** Whether an act came in the last minute, or the last hour, before a limit: by the default interpretation or by all. */
function edgeOf(actual: number | null, limits: readonly (number | null)[]): Finding['edge'] {
  if (actual === null) return null;
  const margins = limits
    .map((limit) => (limit === null ? -1 : limit - actual))
    .filter((margin) => margin >= 0);
  const margin = Math.min(...margins);
  return margin <= MINUTE_MS ? 'at' : margin <= 60 * MINUTE_MS ? 'near' : null;
}

/** What brought it about: waiting for an answer, or a duty before that was late and left this one no time. */
function cause(
  facts: Facts,
  determination: Determination,
  due: number | undefined,
  before: readonly Finding[],
): RuleId | null {
  if (due === undefined) return null;
  const { decided, call, file } = determination;
  const asked = notes(file, 'reached-out').some(({ event }) => event.respondBy !== null);
  const first = !determination.reconsideration && !determination.revision;
  if (!decided && asked && first) return 'um.info.decide-without-response';
  const late = (duty: Duty): Finding | undefined =>
    before.find(
      ({ time, verdict }) => time?.duty === duty && (verdict === 'violated' || verdict === 'depends'),
    );
  const decision = late('decision');
  if (decision && due < (decided?.at.low ?? facts.until)) return decision.rule;
  const verbal = late('verbal');
  return verbal && call && due < call.at.low ? verbal.rule : null;
}

function judgeOne(
  facts: Facts,
  determination: Determination,
  duty: Duty,
  part: Part,
  before: readonly Finding[],
  explain: boolean,
): Finding[] {
  const { file, decided } = determination;
  const low = anchorsOf(determination, 'low');
  const upper = anchorsOf(determination, 'high');
  const high: Anchors = JSON.stringify(low) === JSON.stringify(upper) ? low : upper;
  if (!owes(facts.pack, low, duty, part)) return [];
  const act = actOf(determination, duty);
  const answer = judgeDuty({
    pack: facts.pack,
    duty,
    part,
    low,
    high,
    act: act?.at ?? null,
    until: facts.until,
    explain,
  });
  const binding = answer.arms[0];
  if (!binding) return [];
  const ended = !decided && file.closed && file.closed.at.high <= binding.due;
  const verdict = ended ? 'not-applicable' : answer.verdict;
  const root = misreadings(facts, determination, low, duty, part, act?.at.low ?? null);
  const fallen = verdict === 'violated' ? root.find(({ fallenFor }) => fallenFor) : undefined;
  const actual = act?.at.low ?? null;
  const margin = actual === null ? null : binding.due - actual;
  const shared = {
    case: file.name,
    verdict,
    on: decided?.staged || (facts.scripted && !decided) ? ('staff' as const) : ('portal' as const),
    evidence: decided?.staged ? ('staged' as const) : ('reported' as const),
    ...comparison(facts, duty, binding, actual),
    events: [determination.start.seq, ...(act ? [act.seq] : [])],
    edge: edgeOf(actual, [binding.due, answer.safe]),
  };
  const time = {
    duty,
    part: decided ? part : null,
    row: low.row,
    startAt: iso(binding.from),
    dueAt: iso(binding.due),
    actualAt: iso(actual),
    lateBySeconds: margin !== null && margin < 0 ? -margin / 1000 : null,
    byInterpretation: answer.byInterpretation,
    flips: answer.flips,
    also: answer.arms
      .slice(1)
      .filter((arm) => arm.verdict === 'violated')
      .map(({ arm }) => arm.rule),
    alsoMet: answer.arms
      .slice(1)
      .filter((arm) => arm.verdict === 'met')
      .map(({ arm }) => arm.rule),
  };
  const causedBy =
    verdict === 'violated' || verdict === 'depends'
      ? (fallen?.rule ??
        missingCopy(determination, duty, actual) ??
        cause(facts, determination, binding.due, before))
      : null;
  const found = [finding({ ...shared, rule: binding.arm.rule, causedBy, time })];
  for (const { rule, fallenFor } of root) {
    if (verdict === 'met' || (verdict === 'violated' && fallenFor)) found.push(finding({ ...shared, rule }));
  }
  return found;
}

/**
 * Judges every duty of the time table in every case: decision, call and letters, each against its own
 * limit. Section 7, UM Time Frame for Decision-Making and Notification.
 */
export function judgeTimeframes(facts: Facts, options: { readonly explain: boolean }): Finding[] {
  const found: Finding[] = [];
  for (const file of facts.cases) {
    if (!inScope(facts, file)) continue;
    for (const determination of determinationsOf(file)) {
      const own: Finding[] = [];
      for (const duty of dutiesOf(determination)) {
        const parts = duty === 'decision' ? (['approval'] as const) : determination.parts;
        for (const part of parts)
          own.push(...judgeOne(facts, determination, duty, part, own, options.explain));
      }
      found.push(...own);
    }
  }
  return found;
}
