import type { CaseFile, Decided, Exchange, StatusChange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { staysFrom } from '../../facts/stays.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

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
  made.at.high < change.at.low || (made.at.low <= change.at.high && made.seq < change.seq);

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

function chainOf(file: CaseFile): Finding[] {
  let previous: string | null = null;
  return file.statuses.map((change) => {
    const again = change.from === null && previous !== null;
    const follows = change.from === previous;
    previous = change.to;
    const holds = follows && lawful(file, change);
    const waits = change.to === 'PEND' || change.to === 'MEDREVIEW';
    const meaning = change.to === 'PEND' ? 'um.status.pended-meaning' : 'um.status.medreview-meaning';
    const decided = file.decisions.some((made) => precedes(made, change));
    return finding({
      rule: 'um.status.allowed-transitions',
      case: file.name,
      verdict: holds ? 'met' : 'violated',
      evidence: 'reported',
      because: `${change.from ?? 'new'} became ${change.to} (${change.cause}).`,
      events: [change.seq],
      causedBy: again ? 'um.authid.unique' : !holds && waits && decided ? meaning : null,
    });
  });
}

function meaningsOf(file: CaseFile): Finding[] {
  const found: Finding[] = [];
  for (const change of file.statuses) {
    const base = { case: file.name, evidence: 'reported' as const, events: [change.seq] };
    const decided = file.decisions.some((made) => precedes(made, change));
    if (change.to === 'PEND' || change.to === 'MEDREVIEW') {
      found.push(
        finding({
          ...base,
          rule: change.to === 'PEND' ? 'um.status.pended-meaning' : 'um.status.medreview-meaning',
          verdict: decided ? 'violated' : 'met',
          because: `${change.to} was given ${decided ? 'after' : 'before'} the decision.`,
        }),
      );
    }
    if (change.to === 'DENIED') {
      const denial = file.decisions.find(
        ({ outcome, at: made }) => outcome === 'denied' && made.low <= change.at.high,
      );
      found.push(
        finding({
          ...base,
          rule: 'um.status.denied-basis',
          verdict: denial ? 'met' : 'violated',
          because: denial ? `Denied on ${denial.basis}.` : 'DENIED without a decision that denies.',
        }),
      );
    }
    if (change.to === 'CLOSED') {
      const reason = file.closed?.reason;
      const holds = reason === 'level-of-care-change' || reason === 'administrative-error';
      found.push(
        finding({
          ...base,
          rule: 'um.status.closed-basis',
          verdict: holds ? 'met' : 'violated',
          because: `Closed: ${reason ?? 'no reason given'}.`,
        }),
      );
    }
  }
  return found;
}

/** Whether a request was closed because one of another member or another site named it as its observation. */
function closedByOthers(file: CaseFile, facts: Facts): Finding[] {
  const { own, foreign } = staysFrom(facts, file);
  const [stay] = foreign;
  const staff = file.exchanges.some(({ op, status }) => op === 'close' && status < 300);
  if (!stay || own.length > 0 || staff) return [];
  return [
    finding({
      rule: 'um.status.closed-basis',
      case: file.name,
      verdict: file.closed?.reason === 'level-of-care-change' ? 'violated' : 'met',
      evidence: 'reported',
      because: `${stay.name}, of another member or another site, named it as its observation; it is ${file.closed ? 'closed' : 'open'}.`,
      events: [stay.received.seq, ...(file.closed ? [file.closed.seq] : [])],
    }),
  ];
}

/** The status that follows from the last decision up to an instant; null before the first. */
function decidedStatus(file: CaseFile, until: number): string | null {
  if (file.statuses.some(({ to, at: when }) => to === 'CLOSED' && when.low <= until)) return 'CLOSED';
  const made = file.decisions.filter(({ at: when }) => when.low <= until);
  if (made.length === 0) return null;
  let status = 'DENIED';
  for (const { outcome } of made) if (outcome !== 'denied') status = 'APPROVED';
  return status;
}

/** What the door showed, held against what the feed tells of decisions. */
function viewOf(file: CaseFile, view: Exchange): Finding[] {
  if (view.status !== 200) return [];
  const shown = statusOf(view.answer.status);
  const base = { case: file.name, events: [view.seq] };
  const now = decidedStatus(file, view.at);
  const before = decidedStatus(file, view.at - MINUTE_MS);
  const expected =
    now === null ? ['PEND', 'MEDREVIEW'] : now === before ? [now] : [now, before ?? 'PEND', 'MEDREVIEW'];
  if (!known(shown)) return [];
  const stale = now !== null && !expected.includes(shown) && (shown === 'PEND' || shown === 'MEDREVIEW');
  const found: Finding[] = [];
  if (now !== null) {
    found.push(
      finding({
        ...base,
        rule: 'portal.status.realtime-status',
        verdict: stale ? 'violated' : 'met',
        because: `The portal showed ${shown}; the feed had it ${now}.`,
      }),
    );
  }
  if (!stale) {
    const holds = expected.includes(shown);
    found.push(
      finding({
        ...base,
        rule: 'um.status.matches-decision',
        verdict: holds ? 'met' : 'violated',
        because: `The portal showed ${shown}; by the decisions it was ${expected.join(' or ')}.`,
      }),
    );
  }
  return found;
}

/** The feed's own statuses, held against its decisions. */
function feedMatches(file: CaseFile): Finding[] {
  return file.decisions.flatMap((decided) => {
    const after = file.statuses.filter(({ at: when }) => when.low <= decided.at.high).at(-1);
    const expected = decidedStatus(file, decided.at.high);
    if (!after || expected === null) return [];
    return [
      finding({
        rule: 'um.status.matches-decision',
        case: file.name,
        verdict: after.to === expected ? 'met' : 'violated',
        evidence: 'reported',
        because: `After decision ${decided.number} (${decided.outcome}) the status was ${after.to}.`,
        events: [decided.seq, after.seq],
      }),
    ];
  });
}

function vocabularyOf(facts: Facts): Finding[] {
  return facts.exchanges.flatMap((exchange) => {
    const rows =
      exchange.op === 'list-requests' ? list(exchange.answer.requests).map(fields) : [exchange.answer];
    const shows =
      ['submit-request', 'view-request', 'list-requests'].includes(exchange.op) && exchange.status < 300;
    if (!shows) return [];
    const name = exchange.case ?? exchange.op;
    return rows.flatMap((row) => {
      if (text(row.status) === null) return [];
      const header = statusOf(row.status);
      const lines = list(row.lines).map((line) => statusOf(at(line, 'status')));
      const one = (rule: RuleId, words: readonly string[]): Finding =>
        finding({
          rule,
          case: name,
          verdict: words.every(known) ? 'met' : 'violated',
          because: `Status shown: ${words.join(', ')}.`,
          events: [exchange.seq],
        });
      return [
        one('um.status.vocabulary', [header]),
        ...(lines.length > 0 ? [one('portal.viewer.line-status', lines)] : []),
      ];
    });
  });
}

/** The five statuses, what each means, and how they follow each other and the decisions. */
export const statuses: readonly Check[] = historyChecks(
  {
    ...needing(['requests'], 'um.status.vocabulary', 'portal.viewer.line-status'),
    ...needing(
      ['requests', 'events'],
      'um.status.allowed-transitions',
      'um.status.matches-decision',
      'portal.status.realtime-status',
      'um.status.denied-basis',
      'um.status.pended-meaning',
      'um.status.medreview-meaning',
    ),
    ...needing(['requests', 'events', 'closures'], 'um.status.closed-basis'),
  },
  (facts) => [
    ...vocabularyOf(facts),
    ...facts.cases.flatMap((file) => [
      ...chainOf(file),
      ...meaningsOf(file),
      ...closedByOthers(file, facts),
      ...feedMatches(file),
      ...file.views.flatMap((view) => viewOf(file, view)),
    ]),
  ],
);
