import type { CourseEventResult, CourseResult } from './course-results.ts';
import { instantWords } from './dates.ts';

/** What a peer-to-peer could do, in words. */
export const REACH_WORDS = {
  'may-change': 'P2P may change the decision',
  consultative: 'consultative (decision cannot change)',
  'not-eligible': 'not eligible for P2P',
} as const satisfies Readonly<Record<CourseResult['steps'][number]['reach'], string>>;

const OUTCOMES: Readonly<Record<string, string>> = {
  approved: 'Approved',
  'partially-approved': 'Partially approved',
  denied: 'Denied',
};
const CAUSES: Readonly<Record<string, string>> = {
  submission: 'on submission, criteria met',
  review: 'after clinical review',
  reconsideration: 'on reconsideration',
  consultation: 'in the peer-to-peer',
};

const plain = (value: string | null): string => (value ?? '').replaceAll('-', ' ');

/** What a step of a course is called, and its details, with instants in a zone (IANA). */
export type StepWords = { readonly what: string; readonly detail: string };

/** A step of the course of a case in words. */
export function stepWords(event: CourseEventResult, zone: string): StepWords {
  const local = (iso: string | null): string => instantWords(Date.parse(iso ?? ''), zone);
  const step = (what: string, detail = ''): StepWords => ({ what, detail });
  switch (event.kind) {
    case 'case-submitted':
      return step('Case submitted', plain(event.priority));
    case 'information-requested':
      return event.dueAt === null
        ? step('Additional information requested', 'by fax')
        : step('Pre-denial notice', `response due ${local(event.dueAt)}`);
    case 'information-received':
      return step('Additional information received', `by ${plain(event.by)}`);
    case 'determined': {
      const by = event.decidedBy === 'system' ? '' : `by a ${plain(event.decidedBy)}, `;
      const outcome = OUTCOMES[event.outcome ?? ''] ?? plain(event.outcome);
      return step(outcome, `${by}${CAUSES[event.cause ?? ''] ?? plain(event.cause)}`);
    }
    case 'reconsideration-requested':
      return step('Reconsideration requested', 'on the web');
    case 'scheduled':
      return step('P2P scheduled', `for ${local(event.start)}; level of review: ${plain(event.level)}`);
    case 'rescheduled':
      return step('P2P rescheduled', `to ${local(event.start)}`);
    case 'became-consultative':
      return step('P2P now consultative only', 'the case was decided');
    case 'outcome-recorded':
      return step('P2P outcome', plain(event.outcome));
    case 'held':
      return step('P2P held', 'provider reached');
    case 'missed':
      return step('P2P missed', 'provider not reached');
    case 'cancelled':
      return step('P2P canceled', event.reason ?? '');
    case 'reconsideration-window-closed':
      return step('Reconsideration window closed', 'a P2P is consultative from here on');
    case 'peer-to-peer-window-closed':
      return step('P2P window closed');
    case 'due-date-passed':
      return step('Due date passed');
    case 'described':
      return step(event.what, event.detail);
  }
}

const STATES: Readonly<Record<string, string>> = {
  scheduled: 'scheduled',
  held: 'held, no outcome recorded',
  missed: 'provider not reached',
  cancelled: 'canceled',
  closed: 'closed without an outcome',
};

/** What could come of a peer-to-peer, what did, and what became of the case, in one sentence. */
export function summaryWords(summary: CourseResult['summary']): string {
  if (typeof summary === 'string') return summary;
  const { level, state, outcome, determination } = summary;
  const could =
    level === 'consultative'
      ? 'Consultative P2P (decision cannot change)'
      : 'P2P that could change the decision';
  const came = outcome === null ? (STATES[state] ?? plain(state)) : `outcome: ${plain(outcome)}`;
  return `${could}; ${came}; case ${determination === null ? 'undecided' : plain(determination)}.`;
}
