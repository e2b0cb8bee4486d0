import type { CaseFile, Decided, Exchange, StatusChange } from '../../facts/case-file.ts';
import { isBefore } from '../../facts/order.ts';
import { staysFrom } from '../../facts/stays.ts';
import { at, type Fields, fields, list, text } from '../../facts/values.ts';
import {
  type Check,
  type Comparison,
  callChecks,
  type Look,
  onCall,
  reported,
  requestChecks,
} from '../check.ts';
import { instant, not, oneOf, PRESENT } from '../value.ts';

const VOCABULARY = ['APPROVED', 'CLOSED', 'DENIED', 'MEDREVIEW', 'PEND'];
const ALIASES: Record<string, string> = {
  PENDED: 'PEND',
  A: 'APPROVED',
  C: 'CLOSED',
  D: 'DENIED',
  P: 'PEND',
  M: 'MEDREVIEW',
};
const MINUTE_MS = 60_000;

/** The status word of an answer, in the portal's vocabulary; anything else as it stands. */
const statusOf = (value: unknown): string => {
  const seen = (text(value) ?? '').toUpperCase();
  return ALIASES[seen] ?? seen;
};

const known = (status: string): boolean => VOCABULARY.includes(status);

/** Whether a decision was made before a status was given; within one instant the order of the feed tells. */
const precedes = (made: Decided, change: StatusChange): boolean =>
  made.at.high < change.at.low || (made.at.low <= change.at.high && isBefore(made, change));

/** Whether one status may follow another for this cause. Section 7, Service Authorization Report. */
function lawful(file: CaseFile, change: StatusChange): boolean {
  const { from, to, cause, at: when } = change;
  if (from === null) return true;
  if (from === 'CLOSED') return false;
  const waiting = from === 'PEND' || from === 'MEDREVIEW';
  if (to === 'CLOSED') return true;
  const last = file.decisions.filter(({ at: made }) => made.low <= when.high).at(-1);
  if (to === 'PEND' || to === 'MEDREVIEW')
    return waiting && !file.decisions.some((made) => precedes(made, change));
  if (waiting) return last !== undefined;
  if (from === 'DENIED' && to === 'APPROVED')
    return cause === 'reconsideration' && last?.reconsideration === true;
  return false;
}

const isWaiting = (status: string): boolean => status === 'PEND' || status === 'MEDREVIEW';

/** Each change of status follows from the one before it, for its cause. */
function transitions(file: CaseFile): Comparison[] {
  let previous: string | null = null;
  return file.statuses.map((change) => {
    const again = change.from === null && previous !== null;
    const before = previous;
    previous = change.to;
    const decided = file.decisions.some((made) => precedes(made, change));
    const meaning = change.to === 'PEND' ? 'um.status.pended-meaning' : 'um.status.medreview-meaning';
    return reported(
      [change.seq],
      { statusBefore: before, changeAllowed: true },
      { statusBefore: change.from, changeAllowed: lawful(file, change) },
      {
        given: { status: change.to, cause: change.cause, decisionMade: decided },
        causedBy: again ? 'um.authid.unique' : isWaiting(change.to) && decided ? meaning : null,
      },
    );
  });
}

/** A status that says that the request waits is given before the decision. */
const waitingMeans =
  (status: string): Look<CaseFile> =>
  (file) =>
    file.statuses
      .filter(({ to }) => to === status)
      .map((change) => {
        const made = file.decisions.find((one) => precedes(one, change));
        return reported(
          [change.seq],
          { decisionBefore: null },
          { decisionBefore: made ? instant(made.at.low) : null },
          { given: { status, statusSince: instant(change.at.low) } },
        );
      });

/** A request that is denied has a decision that denies it. */
const deniedByDecision: Look<CaseFile> = (file) =>
  file.statuses
    .filter(({ to }) => to === 'DENIED')
    .map((change) => {
      const denial = file.decisions.find(
        ({ outcome, at: made }) => outcome === 'denied' && made.low <= change.at.high,
      );
      return reported(
        [change.seq],
        { denial: PRESENT },
        { denial: denial ? { decision: denial.number, basis: denial.basis } : null },
        { given: { status: 'DENIED', statusSince: instant(change.at.low) } },
      );
    });

const CLOSING_REASONS = ['level-of-care-change', 'administrative-error'];

/** A request is closed for one of two reasons, and not because one of another member or site named it as its observation. */
const closedForReason: Look<CaseFile> = (file, facts) => {
  const closings = file.statuses
    .filter(({ to }) => to === 'CLOSED')
    .map(({ seq }) =>
      reported(
        [seq],
        { closingReason: oneOf(...CLOSING_REASONS) },
        { closingReason: file.closed?.reason ?? null },
      ),
    );
  const { own, foreign } = staysFrom(facts, file);
  const [stay] = foreign;
  const staff = file.exchanges.some(({ op, status }) => op === 'close' && status < 300);
  if (!stay || own.length > 0 || staff) return closings;
  const byOther = reported(
    [stay.received.seq, ...(file.closed ? [file.closed.seq] : [])],
    { closingReason: not('level-of-care-change') },
    { closingReason: file.closed?.reason ?? null },
    { given: { namedAsObservationBy: stay.name, ofAnotherMemberOrSite: true } },
  );
  return [...closings, byOther];
};

/** The status that follows from the last decision up to an instant; null before the first. */
function decidedStatus(file: CaseFile, until: number): string | null {
  if (file.statuses.some(({ to, at: when }) => to === 'CLOSED' && when.low <= until)) return 'CLOSED';
  const made = file.decisions.filter(({ at: when }) => when.low <= until);
  if (made.length === 0) return null;
  let status = 'DENIED';
  for (const { outcome } of made) if (outcome !== 'denied') status = 'APPROVED';
  return status;
}

/** The status that a view shows, with what the decisions up to then make of it; null where it shows no known status. */
function shownIn(
  file: CaseFile,
  view: Exchange,
): { shown: string; now: string | null; expected: string[] } | null {
  const shown = statusOf(view.answer.status);
  if (view.status !== 200 || !known(shown)) return null;
  const now = decidedStatus(file, view.at);
  const before = decidedStatus(file, view.at - MINUTE_MS);
  const expected =
    now === null ? ['PEND', 'MEDREVIEW'] : now === before ? [now] : [now, before ?? 'PEND', 'MEDREVIEW'];
  return { shown, now, expected };
}

const isStale = ({
  shown,
  now,
  expected,
}: {
  shown: string;
  now: string | null;
  expected: string[];
}): boolean => now !== null && !expected.includes(shown) && isWaiting(shown);

/** A view shows a decision as soon as it is made. */
const shownAtOnce: Look<CaseFile> = (file) =>
  file.views.flatMap((view) => {
    const found = shownIn(file, view);
    if (!found || found.now === null) return [];
    return onCall(
      view,
      { shownAsWaiting: false },
      { shownAsWaiting: isStale(found), status: found.shown },
      { given: { statusByDecisions: found.now } },
    );
  });

/** The status is that of the decisions, in the feed and in every view. */
const statusOfDecisions: Look<CaseFile> = (file) => {
  const inFeed = file.decisions.flatMap((decided) => {
    const after = file.statuses.filter(({ at: when }) => when.low <= decided.at.high).at(-1);
    const expected = decidedStatus(file, decided.at.high);
    if (!after || expected === null) return [];
    const given = { decision: decided.number, outcome: decided.outcome };
    return [reported([decided.seq, after.seq], { status: expected }, { status: after.to }, { given })];
  });
  const inViews = file.views.flatMap((view) => {
    const found = shownIn(file, view);
    if (!found || isStale(found)) return [];
    return [onCall(view, { status: oneOf(...found.expected) }, { status: found.shown })];
  });
  return [...inFeed, ...inViews];
};

const SHOWING = ['submit-request', 'view-request', 'list-requests'];

/** Every status that an answer shows, of its requests or of their lines, is a word of the vocabulary. */
const inVocabulary =
  (shown: (row: Fields) => readonly string[]): Look<Exchange> =>
  (call) => {
    if (!SHOWING.includes(call.op) || call.status >= 300) return null;
    const rows = call.op === 'list-requests' ? list(call.answer.requests).map(fields) : [call.answer];
    return rows
      .filter((row) => text(row.status) !== null && shown(row).length > 0)
      .map((row) =>
        onCall(
          call,
          Object.fromEntries(shown(row).map((_word, index) => [`status${index + 1}`, oneOf(...VOCABULARY)])),
          Object.fromEntries(shown(row).map((word, index) => [`status${index + 1}`, word])),
          { case: call.case ?? call.op },
        ),
      );
  };

/** The five statuses, what each means, and how they follow each other and the decisions. User Guide; Section 7. */
export const statuses: readonly Check[] = [
  ...callChecks(['requests'], {
    'um.status.vocabulary': inVocabulary((row) => [statusOf(row.status)]),
    'portal.viewer.line-status': inVocabulary((row) =>
      list(row.lines).map((line) => statusOf(at(line, 'status'))),
    ),
  }),
  ...requestChecks(['requests', 'events'], {
    'um.status.allowed-transitions': transitions,
    'um.status.matches-decision': statusOfDecisions,
    'portal.status.realtime-status': shownAtOnce,
    'um.status.denied-basis': deniedByDecision,
    'um.status.pended-meaning': waitingMeans('PEND'),
    'um.status.medreview-meaning': waitingMeans('MEDREVIEW'),
  }),
  ...requestChecks(['requests', 'events', 'closures'], { 'um.status.closed-basis': closedForReason }),
];
