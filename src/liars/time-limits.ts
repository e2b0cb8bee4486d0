import type { OpenDuty, Parts } from '../reference-impl/index.ts';
import type { Liar } from './liar.ts';

type Duty = OpenDuty['duty'];
type When = (open: OpenDuty) => boolean;

const LETTERS: readonly Duty[] = ['written-provider', 'written-member'];
const SECOND_MS = 1000;

/** The latest limit that the arms of one rule give, each reading taken at its earliest such arm. */
function latestOf(open: OpenDuty, rule: string): number | null {
  const own = open.limits.flatMap((arms) => {
    const mine = arms.filter((arm) => arm.rule === rule).map(({ at }) => at);
    return mine.length === 0 ? [] : [Math.min(...mine)];
  });
  return own.length === 0 ? null : Math.max(...own);
}

/** The earliest limit that any other rule gives. */
const othersOf = (open: OpenDuty, rule: string): number =>
  Math.min(...open.limits.flatMap((arms) => arms.filter((arm) => arm.rule !== rule).map(({ at }) => at)));

const withDesk = (parts: Parts, actAt: Parts['desk']['actAt']): Parts => ({
  ...parts,
  desk: { ...parts.desk, actAt },
});

/** Too late by the smallest amount under every reading, and only where that breaks no other rule. */
function late(rule: string, duties: readonly Duty[], when: When): (parts: Parts) => Parts {
  return (parts) =>
    withDesk(parts, (open) => {
      const latest = latestOf(open, rule);
      if (!duties.includes(open.duty) || latest === null || open.parts.length > 1 || !when(open))
        return parts.desk.actAt(open);
      const at = latest + SECOND_MS;
      return at <= othersOf(open, rule) ? at : parts.desk.actAt(open);
    });
}

/** Never, where this rule's arm is the one that binds. */
function never(rule: string, duties: readonly Duty[], when: When): (parts: Parts) => Parts {
  return (parts) =>
    withDesk(parts, (open) => {
      const latest = latestOf(open, rule);
      const binds = latest !== null && latest < othersOf(open, rule);
      return duties.includes(open.duty) && open.parts.length === 1 && binds && when(open)
        ? null
        : parts.desk.actAt(open);
    });
}

const always: When = () => true;
const reconsidered: When = ({ request, determination }) =>
  determination ? determination.reconsideration : request.reconsideration !== null;
const first: When = (open) => !reconsidered(open);
/** Nothing came after receipt, so that no misreading of information explains the delay. */
const completeAtOnce: When = ({ request }) => request.informationCompleteAt === request.receivedAt;
const neverComplete: When = ({ request }) => request.informationCompleteAt === null;
const both =
  (one: When, other: When): When =>
  (open) =>
    one(open) && other(open);
const outcomeIs =
  (outcome: string): When =>
  ({ determination }) =>
    determination?.outcome === outcome;
const markedUrgent: When = ({ request }) => request.accepted.urgency === 'urgent';

type Cell = {
  readonly rule: string;
  readonly duties: readonly Duty[];
  readonly when?: When;
  readonly story: string;
};

const row1 = 'um.preservice-nonurgent';
const row2 = 'um.preservice-urgent';
const row3 = 'um.concurrent-urgent';
const row4 = 'um.concurrent-nonurgent';
const row5 = 'um.retrospective';
const row6 = 'um.reconsideration';

/** Every arm of the table, with what a sloppy office does about it. */
const CELLS: readonly Cell[] = [
  {
    rule: `${row1}.decision-2bd-of-info`,
    duties: ['decision'],
    when: first,
    story: 'takes a third business day over standard requests',
  },
  {
    rule: `${row1}.decision-cap-14cd`,
    duties: ['decision'],
    when: neverComplete,
    story: 'leaves requests without information beyond day 14',
  },
  {
    rule: `${row1}.verbal-24h-of-decision`,
    duties: ['verbal'],
    when: first,
    story: 'calls about standard decisions on the day after next',
  },
  {
    rule: `${row1}.verbal-cap-14cd`,
    duties: ['verbal'],
    when: first,
    story: 'calls a day after a decision on day 14',
  },
  {
    rule: `${row1}.written-approval-2bd`,
    duties: LETTERS,
    when: first,
    story: 'posts standard approvals a day late',
  },
  {
    rule: `${row1}.written-denial-1bd`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    story: 'posts standard denials with the approvals',
  },
  {
    rule: `${row1}.written-denial-cap-14cd`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    story: 'posts a denial of day 14 on day 15',
  },
  {
    rule: `${row2}.decision-72h`,
    duties: ['decision'],
    when: both(first, completeAtOnce),
    story: 'rounds 72 hours up',
  },
  {
    rule: `${row2}.verbal-24h-of-decision`,
    duties: ['verbal'],
    when: first,
    story: 'calls about urgent decisions when there is time',
  },
  {
    rule: `${row2}.verbal-cap-72h`,
    duties: ['verbal'],
    when: first,
    story: 'gives the call 24 hours of its own after the 72',
  },
  {
    rule: `${row2}.written-approval-2bd`,
    duties: LETTERS,
    when: first,
    story: 'posts urgent approvals a day late',
  },
  {
    rule: `${row2}.written-denial-lesser`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    story: 'posts urgent denials a day late',
  },
  {
    rule: `${row3}.decision-24h`,
    duties: ['decision'],
    when: both(first, markedUrgent),
    story: 'decides continued stays at the next morning round',
  },
  {
    rule: `${row3}.verbal-24h-of-receipt`,
    duties: ['verbal'],
    when: first,
    story: 'counts the call from the decision instead of receipt',
  },
  {
    rule: `${row3}.written-approval-1bd`,
    duties: LETTERS,
    when: first,
    story: 'gives continued stays the two days of other approvals',
  },
  {
    rule: `${row3}.written-denial-lesser`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    story: 'posts denied stays a day late',
  },
  {
    rule: `${row4}.decision-1bd-of-info`,
    duties: ['decision'],
    when: first,
    story: 'takes two business days over continued therapy',
  },
  {
    rule: `${row4}.decision-cap-14cd`,
    duties: ['decision'],
    when: neverComplete,
    story: 'leaves continued therapy beyond day 14',
  },
  {
    rule: `${row4}.notification-cap-14cd`,
    duties: ['verbal'],
    when: first,
    story: 'calls about continued therapy on day 15',
  },
  {
    rule: `${row4}.verbal-approval-1bd`,
    duties: ['verbal'],
    when: both(first, outcomeIs('approved')),
    story: 'calls about approved therapy two days later',
  },
  {
    rule: `${row4}.verbal-denial-24h`,
    duties: ['verbal'],
    when: both(first, outcomeIs('denied')),
    story: 'calls about denied therapy by the next business day',
  },
  {
    rule: `${row4}.written-approval-1bd`,
    duties: LETTERS,
    when: first,
    story: 'posts approved therapy a day late',
  },
  {
    rule: `${row4}.written-denial-lesser`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    story: 'posts denied therapy a day late',
  },
  {
    rule: `${row5}.decision-2bd-of-info`,
    duties: ['decision'],
    when: first,
    story: 'treats retrospective reviews as not pressing',
  },
  {
    rule: `${row5}.decision-cap-14cd`,
    duties: ['decision'],
    when: neverComplete,
    story: 'waits for the record beyond day 14',
  },
  {
    rule: `${row5}.written-approval-14cd`,
    duties: LETTERS,
    when: outcomeIs('approved'),
    story: 'posts retrospective approvals after day 14',
  },
  {
    rule: `${row5}.written-denial-14cd`,
    duties: LETTERS,
    when: outcomeIs('denied'),
    story: 'posts retrospective denials after day 14',
  },
  {
    rule: `${row6}.decision-1bd`,
    duties: ['decision'],
    when: reconsidered,
    story: 'lets reconsiderations queue with new requests',
  },
  {
    rule: `${row6}.verbal-1bd`,
    duties: ['verbal'],
    when: reconsidered,
    story: 'counts the call about a reconsideration from its decision',
  },
  {
    rule: `${row6}.written-approval-by-type`,
    duties: LETTERS,
    when: both(reconsidered, outcomeIs('approved')),
    story: 'posts overturned denials a day late',
  },
  {
    rule: `${row6}.written-denial-by-type`,
    duties: LETTERS,
    when: both(reconsidered, outcomeIs('denied')),
    story: 'posts upheld denials a day late',
  },
];

/** An urgent desk that decides in the last minute, so that a call with hours of its own comes too late. */
const lastMinute = (parts: Parts): Parts =>
  withDesk(parts, (open) => {
    if (open.duty !== 'decision' || open.request.accepted.urgency !== 'urgent') return parts.desk.actAt(open);
    const limits = open.limits.flatMap((arms) => arms.map(({ at }) => at));
    return Math.max(open.start, Math.min(...limits) - 50 * SECOND_MS);
  });

const shortName = (rule: string): string => rule.replace(/^um\./, '').replaceAll('.', '-');

/** For every time limit: late by the smallest amount, and never. */
export const timeLimitLiars: readonly Liar[] = CELLS.flatMap(({ rule, duties, when = always, story }) => {
  const hurried = rule === `${row2}.verbal-cap-72h` ? lastMinute : (parts: Parts): Parts => parts;
  return [
    {
      id: `${shortName(rule)}-late`,
      breaks: rule,
      summary: `An office that ${story}.`,
      make: (parts: Parts) => late(rule, duties, when)(hurried(parts)),
    },
    {
      id: `${shortName(rule)}-never`,
      breaks: rule,
      summary: `An office that ${story}, and then forgets.`,
      make: (parts: Parts) => never(rule, duties, when)(hurried(parts)),
    },
  ];
});

/** Too late by every reading, where a rule of its own forbids the way it was counted. */
const misreads = (
  id: string,
  breaks: string,
  summary: string,
  duty: readonly Duty[],
  when: When,
  wait?: When,
): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) =>
    withDesk(parts, (open) => {
      if (wait?.(open) && open.duty === 'decision') return null;
      if (!duty.includes(open.duty) || !when(open)) return parts.desk.actAt(open);
      const mine = open.parts.length > 1 ? [open.limits.slice(3)] : [open.limits];
      const rules = [...new Set(mine.flat().flatMap((arms) => arms.map(({ rule }) => rule)))];
      const binding = rules.map((rule) =>
        Math.max(
          ...mine.flat().flatMap((arms) => arms.filter((arm) => arm.rule === rule).map(({ at }) => at)),
        ),
      );
      return Math.min(...binding) + SECOND_MS;
    }),
});

const informedLater: When = ({ request }) => (request.informationCompleteAt ?? 0) > request.receivedAt;
const rowIs =
  (review: string, urgency: string): When =>
  ({ request }) =>
    request.accepted.reviewType === review &&
    request.accepted.urgency === urgency &&
    request.reconsideration === null;

/** Misreadings of the table that have rules of their own. */
export const misreadingLiars: readonly Liar[] = [
  misreads(
    'urgent-clock-waits-for-information',
    `${row2}.no-info-dependency`,
    'A work queue that starts the urgent clock once the file is complete.',
    ['decision'],
    both(rowIs('preservice', 'urgent'), informedLater),
    both(rowIs('preservice', 'urgent'), neverComplete),
  ),
  misreads(
    'pending-stops-the-clock',
    'um.time.pending-no-tolling',
    'A queue whose clock stands still while a request is pended.',
    ['decision'],
    both(rowIs('preservice', 'standard'), informedLater),
  ),
  misreads(
    'stay-flagged-standard-is-standard',
    `${row3}.inpatient-always-urgent`,
    'A desk that believes the requester’s flag on a continued stay.',
    ['decision'],
    both(rowIs('concurrent', 'standard'), ({ request }) => request.accepted.setting === 'inpatient'),
  ),
  misreads(
    'partial-counts-as-approval',
    'um.time.partial-both-columns',
    'A letter run that files partial approvals with the approvals.',
    LETTERS,
    ({ determination, parts }) => parts.length > 1 && determination?.outcome === 'partial',
  ),
];
