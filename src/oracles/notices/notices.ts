import type { CaseFile, Decided, Letter } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Check, type Comparison, findingFrom, historyChecks, needing, reported } from '../check.ts';
import { inScope } from '../clocks/determination.ts';
import type { Finding } from '../finding.ts';
import { judgeTimeframes } from '../time-frames/time-frames.ts';
import {
  atLeast,
  contains,
  type Expected,
  excludes,
  includes,
  instant,
  PRESENT,
  type Values,
} from '../value.ts';

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

/** A finding on what the outbox holds, whose verdict follows from its comparison. */
function noticed(
  rule: RuleId,
  file: CaseFile,
  events: readonly number[],
  expected: Expected,
  observed: Values,
  more: Partial<Comparison> = {},
): Finding {
  return findingFrom(rule, file.name, reported(events, expected, observed, more));
}

/** What a section of a letter says; null where it says nothing. */
const sectionOf = (letter: Letter, section: string): string | null => {
  const words = (text(letter.sections[section]) ?? '').trim();
  return words === '' ? null : words;
};

function contentOf(facts: Facts, file: CaseFile, decided: Decided, letter: Letter): Finding[] {
  const given = { writtenNotificationTo: letter.to };
  const found = ELEMENTS.map(([rule, sections]) =>
    noticed(
      rule,
      file,
      [letter.seq],
      Object.fromEntries(sections.map((section) => [section, PRESENT])),
      Object.fromEntries(sections.map((section) => [section, sectionOf(letter, section)])),
      { given },
    ),
  );
  const procedure = facts.world.procedures.find(({ code }) => code === file.submission?.body.procedure);
  if (procedure?.alternative && !decided.reconsideration) {
    const alternatives = text(letter.sections.alternatives) ?? '';
    const rule = 'um.denial-letter.alternative-treatment';
    found.push(
      noticed(
        rule,
        file,
        [letter.seq],
        { alternatives: contains(procedure.alternative) },
        { alternatives },
        { given },
      ),
    );
  }
  return found;
}

/** A notification is no earlier than the decision of which it tells. */
const orderOf = (file: CaseFile, decided: Decided): Finding[] =>
  [...file.calls, ...file.letters]
    .filter(({ decision }) => decision === decided.number)
    .map((notice) =>
      noticed(
        'um.time.notice-order',
        file,
        [decided.seq, notice.seq],
        { notifiedAt: atLeast(instant(decided.at.low)) },
        { notifiedAt: instant(notice.at.high) },
        {
          given: { decision: decided.number, notificationTo: notice.to },
          edge: notice.at.low === decided.at.low ? 'at' : null,
        },
      ),
    );

const DAY_MS = 86_400_000;

/** Whether every time limit of the notifications of a decision is over by the end of the history. */
function isOver(facts: Facts, file: CaseFile, decided: Decided): boolean {
  const late = decided.at.high + 12 * DAY_MS;
  return (
    facts.until >
    (file.reviewType === 'retrospective' ? Math.max(late, file.received.at.high + 16 * DAY_MS) : late)
  );
}

/** Both copies of an approval, and both ways of telling of a denial, once their time limits are over. */
function partiesOf(facts: Facts, file: CaseFile, decided: Decided): Finding[] {
  const letters = file.letters.filter(({ decision }) => decision === decided.number);
  const wroteTo = letters.map(({ to }) => to);
  const called = file.calls.some(
    (call) =>
      call.decision === decided.number && call.to === 'requesting-provider' && call.result === 'reached',
  );
  const events = [decided.seq, ...letters.map(({ seq }) => seq)];
  const over = isOver(facts, file, decided);
  const given = { decision: decided.number, outcome: decided.outcome };
  const pending: Partial<Comparison> = over ? { given } : { given, otherwise: 'pending' };
  const found: Finding[] = [];
  if (decided.outcome !== 'denied' && (letters.length > 0 || over)) {
    found.push(
      noticed(
        'um.time.written-to-both-on-approval',
        file,
        events,
        { writtenNotificationTo: includes('requesting-provider', 'member') },
        { writtenNotificationTo: wroteTo },
        letters.length === 0 ? { ...pending, always: 'not-applicable' } : pending,
      ),
    );
  }
  if (decided.outcome === 'approved') return found;
  const callOwed = file.reviewType !== 'retrospective';
  found.push(
    noticed(
      'um.adverse.phone-and-writing',
      file,
      events,
      {
        writtenNotificationTo: includes('requesting-provider'),
        ...(callOwed ? { verbalNotificationToProvider: true } : {}),
      },
      { writtenNotificationTo: wroteTo, verbalNotificationToProvider: called },
      pending,
    ),
  );
  return decided.basis === 'administrative'
    ? [...found, ...administrativeParties(file, decided, events, wroteTo, pending)]
    : found;
}

/** To whom a denial for an administrative reason is issued. Section 7, Administrative Denials. */
function administrativeParties(
  file: CaseFile,
  decided: Decided,
  events: readonly number[],
  wroteTo: readonly string[],
  pending: Partial<Comparison>,
): Finding[] {
  const found: Finding[] = [];
  const given = { ...pending.given, reason: decided.reason };
  if (PROVIDER_ONLY.includes(decided.reason)) {
    const rule = 'um.admin-denial.provider-only';
    const observed = { writtenNotificationTo: wroteTo };
    found.push(
      wroteTo.includes('member')
        ? noticed(rule, file, events, { writtenNotificationTo: excludes('member') }, observed, { given })
        : noticed(rule, file, events, { writtenNotificationTo: includes('requesting-provider') }, observed, {
            given,
            otherwise: 'pending',
          }),
    );
  }
  if (MEMBER_ISSUED.includes(decided.reason)) {
    found.push(
      noticed(
        'um.admin-denial.member-issued',
        file,
        events,
        { writtenNotificationTo: includes('member') },
        { writtenNotificationTo: wroteTo },
        { ...pending, given },
      ),
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
