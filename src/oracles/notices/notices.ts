import type { CaseFile, Decided, Letter } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { inScope } from '../clocks/determination.ts';
import { type Finding, type FindingVerdict, finding } from '../finding.ts';
import { judgeTimeframes } from '../time-frames/time-frames.ts';

const PROVIDER_ONLY = ['no-prior-authorization', 'late-notification', 'missing-clinical-documentation'];
const MEMBER_ISSUED = ['excluded-benefit', 'exhausted-benefit'];

/** The parts that a medical-necessity denial letter must hold, each with its rule. */
const ELEMENTS: readonly (readonly [rule: RuleId, sections: readonly string[]])[] = [
  ['um.denial-letter.specific-information', ['specificInformation']],
  ['um.denial-letter.clinical-and-reasons', ['presentingCondition', 'diagnosis', 'treatment', 'reasons']],
  ['um.denial-letter.criteria-summary', ['criteria']],
  ['um.denial-letter.physician-contact', ['physicianContact']],
  ['um.denial-letter.appeal-rights', ['appealProcess', 'appealStart', 'externalReview']],
];

const said = (letter: Letter, section: string): boolean =>
  (text(letter.sections[section]) ?? '').trim() !== '';

function contentOf(facts: Facts, file: CaseFile, decided: Decided, letter: Letter): Finding[] {
  const base = { case: file.name, events: [letter.seq], evidence: 'reported' as const };
  const found = ELEMENTS.map(([rule, sections]) => {
    const missing = sections.filter((section) => !said(letter, section));
    return finding({
      ...base,
      rule,
      verdict: missing.length === 0 ? 'met' : 'violated',
      because:
        missing.length === 0
          ? `The denial letter to the ${letter.to} says it.`
          : `The denial letter to the ${letter.to} lacks ${missing.join(', ')}.`,
    });
  });
  const procedure = facts.world.procedures.find(({ code }) => code === file.submission?.body.procedure);
  if (procedure?.alternative && !decided.reconsideration) {
    const named = (text(letter.sections.alternatives) ?? '').includes(procedure.alternative);
    found.push(
      finding({
        ...base,
        rule: 'um.denial-letter.alternative-treatment',
        verdict: named ? 'met' : 'violated',
        because: named
          ? 'The letter names the alternative that there is.'
          : `The letter does not name ${procedure.alternative}.`,
      }),
    );
  }
  return found;
}

function orderOf(file: CaseFile, decided: Decided): Finding[] {
  const told = [...file.calls, ...file.letters].filter(({ decision }) => decision === decided.number);
  return told.map((notice) =>
    finding({
      rule: 'um.time.notice-order',
      case: file.name,
      verdict: notice.at.high >= decided.at.low ? 'met' : 'violated',
      evidence: 'reported',
      because: 'A call or letter is no earlier than the decision that it tells.',
      events: [decided.seq, notice.seq],
      edge: notice.at.low === decided.at.low ? 'at' : null,
    }),
  );
}

const DAY_MS = 86_400_000;

/** Both copies of an approval, and both ways of telling of a denial, once their time limits are over. */
function partiesOf(facts: Facts, file: CaseFile, decided: Decided): Finding[] {
  const letters = file.letters.filter(({ decision }) => decision === decided.number);
  const wrote = (to: string): boolean => letters.some((letter) => letter.to === to);
  const called = file.calls.some(
    (call) =>
      call.decision === decided.number && call.to === 'requesting-provider' && call.result === 'reached',
  );
  const base = {
    case: file.name,
    evidence: 'reported' as const,
    events: [decided.seq, ...letters.map(({ seq }) => seq)],
  };
  const late = decided.at.high + 12 * DAY_MS;
  const over =
    facts.until >
    (file.reviewType === 'retrospective' ? Math.max(late, file.received.at.high + 16 * DAY_MS) : late);
  const verdictOf = (holds: boolean): FindingVerdict => (holds ? 'met' : over ? 'violated' : 'pending');
  const found: Finding[] = [];
  if (decided.outcome !== 'denied') {
    const both = wrote('requesting-provider') && wrote('member');
    const neither = letters.length === 0;
    if (!neither || over) {
      found.push(
        finding({
          ...base,
          rule: 'um.time.written-to-both-on-approval',
          verdict: neither ? 'not-applicable' : verdictOf(both),
          because: both
            ? 'Provider and member each got a letter.'
            : `Only these got a letter: ${letters.map(({ to }) => to).join(', ') || 'nobody'}.`,
        }),
      );
    }
  }
  if (decided.outcome === 'approved') return found;
  const callOwed = file.reviewType !== 'retrospective';
  const told = (called || !callOwed) && wrote('requesting-provider');
  found.push(
    finding({
      ...base,
      rule: 'um.adverse.phone-and-writing',
      verdict: verdictOf(told),
      because: told
        ? 'The requesting provider was called and written to.'
        : 'The requesting provider was not both called and written to.',
    }),
  );
  if (decided.basis !== 'administrative') return found;
  if (PROVIDER_ONLY.includes(decided.reason)) {
    const verdict = wrote('member') ? 'violated' : wrote('requesting-provider') ? 'met' : 'pending';
    found.push(
      finding({
        ...base,
        rule: 'um.admin-denial.provider-only',
        verdict,
        because: `A denial for ${decided.reason} is issued to the provider only.`,
      }),
    );
  }
  if (MEMBER_ISSUED.includes(decided.reason)) {
    found.push(
      finding({
        ...base,
        rule: 'um.admin-denial.member-issued',
        verdict: verdictOf(wrote('member')),
        because: `A denial for ${decided.reason} is issued to the member.`,
      }),
    );
  }
  return found;
}

/**
 * One copy that was sent and one that never was is a fault of its own; one that no duty was done for at
 * all follows from the time limit that was missed. Each finding is tied to its root.
 */
function tieToRoots(found: readonly Finding[], timeframes: readonly Finding[]): Finding[] {
  return found.map((one) => {
    if (one.verdict !== 'violated' || one.rule === 'um.time.written-to-both-on-approval') return one;
    const root = timeframes.find(
      (late) =>
        late.case === one.case &&
        late.verdict === 'violated' &&
        late.time?.actualAt === null &&
        late.causedBy === null,
    );
    const follows =
      one.rule === 'um.adverse.phone-and-writing' || one.rule === 'um.admin-denial.member-issued';
    return root && follows ? { ...one, causedBy: root.rule } : { ...one, causedBy: null };
  });
}

const ownDecisions = (file: CaseFile): readonly Decided[] => file.decisions.filter(({ staged }) => !staged);

/** What is told, to whom, in what order, and what a denial letter says. Section 7, the table and Denials. */
export const notices: readonly Check[] = historyChecks(
  needing(
    ['events', 'outbox'],
    'um.time.notice-order',
    'um.time.written-to-both-on-approval',
    'um.adverse.phone-and-writing',
    'um.admin-denial.provider-only',
    'um.admin-denial.member-issued',
    'um.denial-letter.alternative-treatment',
    ...ELEMENTS.map(([rule]) => rule),
  ),
  (facts) => {
    const found = facts.cases
      .filter((file) => inScope(facts, file))
      .flatMap((file) =>
        ownDecisions(file).flatMap((decided) => [
          ...orderOf(file, decided),
          ...partiesOf(facts, file, decided),
          ...(decided.basis === 'medical-necessity' && decided.outcome !== 'approved'
            ? file.letters
                .filter(({ decision }) => decision === decided.number)
                .flatMap((letter) => contentOf(facts, file, decided, letter))
            : []),
        ]),
      );
    return found.some(({ verdict }) => verdict === 'violated')
      ? tieToRoots(found, judgeTimeframes(facts, { explain: false }))
      : found;
  },
);
