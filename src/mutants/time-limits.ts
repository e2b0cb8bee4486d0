import type { OpenDuty, Parts } from '../reference-impl/index.ts';
import type { Mutant } from './mutant.ts';
import { CELLS } from './time-cells.ts';
import { always, both, type Duty, LETTERS, neverComplete, type When } from './when.ts';

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

/** An urgent desk that decides in the last minute, so that a call with hours of its own comes too late. */
const lastMinute = (parts: Parts): Parts =>
  withDesk(parts, (open) => {
    if (open.duty !== 'decision' || open.request.accepted.urgency !== 'urgent') return parts.desk.actAt(open);
    const limits = open.limits.flatMap((arms) => arms.map(({ at }) => at));
    return Math.max(open.start, Math.min(...limits) - 50 * SECOND_MS);
  });

const shortName = (rule: string): string => rule.replace(/^um\./, '').replaceAll('.', '-');

/** For every time limit: late by the smallest amount, and never. */
export const timeLimitMutants: readonly Mutant[] = CELLS.flatMap(
  ({ rule, duties, when = always, scenario }) => {
    const hurried =
      rule === `um.preservice-urgent.verbal-cap-72h` ? lastMinute : (parts: Parts): Parts => parts;
    return [
      {
        id: `${shortName(rule)}-late`,
        breaks: rule,
        summary: `An office that ${scenario}.`,
        make: (parts: Parts) => late(rule, duties, when)(hurried(parts)),
      },
      {
        id: `${shortName(rule)}-never`,
        breaks: rule,
        summary: `An office that ${scenario}, and then forgets.`,
        make: (parts: Parts) => never(rule, duties, when)(hurried(parts)),
      },
    ];
  },
);

/** Too late by every reading, where a rule of its own forbids the way it was counted. */
const misreads = (
  id: string,
  breaks: string,
  summary: string,
  duty: readonly Duty[],
  when: When,
  wait?: When,
): Mutant => ({
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
/** A stay that is asked about on a Friday, when a business day is longer than 24 hours. */
const beforeWeekend: When = ({ request }) =>
  request.accepted.setting === 'inpatient' && new Date(request.receivedAt).getUTCDay() === 5;

/** So late that the cap of fourteen days is what binds. */
const informedLate: When = ({ request }) =>
  (request.informationCompleteAt ?? 0) - request.receivedAt > 10 * 86_400_000;
const rowIs =
  (review: string, urgency: string): When =>
  ({ request }) =>
    request.accepted.reviewType === review &&
    request.accepted.urgency === urgency &&
    request.reconsideration === null;

/** Misreadings of the table that have rules of their own. */
export const misreadingMutants: readonly Mutant[] = [
  misreads(
    'urgent-clock-waits-for-information',
    `um.preservice-urgent.no-info-dependency`,
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
    both(rowIs('preservice', 'standard'), informedLate),
  ),
  misreads(
    'stay-flagged-standard-is-standard',
    `um.concurrent-urgent.inpatient-always-urgent`,
    'A desk that believes the requester’s flag on a continued stay.',
    ['decision'],
    both(rowIs('concurrent', 'standard'), beforeWeekend),
  ),
  misreads(
    'partial-counts-as-approval',
    'um.time.partial-both-columns',
    'A letter run that files partial approvals with the approvals.',
    LETTERS,
    ({ determination, parts }) => parts.length > 1 && determination?.outcome === 'partial',
  ),
];
