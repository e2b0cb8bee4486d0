import { determinationsBefore } from '../../facts/delegate/course.ts';
import { type DelegateCase, delegateOf, type Talk } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, list, text } from '../../facts/values.ts';
import { discussableUntil, expectedAt, reconsiderUntil } from './expected-eligibility.ts';

/** What a talk could do from a moment on. */
export type Reach = 'may-change' | 'explains' | 'nothing';

/** One moment in the course of a case that was discussed. `by` says whose act it is. */
export type CourseStep = {
  readonly at: string;
  readonly what: string;
  readonly detail: string;
  readonly by: 'provider' | 'delegate' | 'calendar';
  readonly reach: Reach;
};

/** The course of one case that was discussed, for a reader who is a physician. Instants are ISO, UTC. */
export type Course = {
  readonly case: string;
  readonly line: string;
  readonly zone: string;
  readonly summary: string;
  readonly steps: readonly CourseStep[];
};

type Sketch = Omit<CourseStep, 'reach' | 'at'> & { readonly at: number; readonly seq: number };

const OUTCOMES: Readonly<Record<string, string>> = {
  approved: 'Approved',
  'partially-approved': 'Partly approved',
  denied: 'Denied',
};
const CAUSES: Readonly<Record<string, string>> = {
  submission: 'at once, the criteria are met',
  review: 'after review',
  reconsideration: 'on reconsideration',
  consultation: 'by the talk',
};
const words = (value: unknown): string => (text(value) ?? '').replaceAll('-', ' ');

/** A short local form of an instant that was told. */
const localIn = (zone: string, iso: unknown): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(text(iso) ?? ''));

function fromNotes(file: DelegateCase, zone: string): Sketch[] {
  const local = (iso: unknown): string => localIn(zone, iso);
  return file.notes.flatMap(({ seq, at, type, told }): Sketch[] => {
    const step = (what: string, detail: string, by: Sketch['by']): Sketch[] => [
      { seq, at, what, detail, by },
    ];
    switch (type) {
      case 'case-submitted':
        return step('Submitted', words(told.priority), 'provider');
      case 'case-information-requested':
        return told.dueAt === null
          ? step('Information asked for', 'by fax', 'delegate')
          : step('Denial announced', `answer due ${local(told.dueAt)}`, 'delegate');
      case 'case-information-received':
        return step('Information received', `by ${words(told.by)}`, 'provider');
      case 'case-determined':
        return step(
          OUTCOMES[text(told.outcome) ?? ''] ?? words(told.outcome),
          `${told.by === 'system' ? '' : `by a ${words(told.by)}, `}${CAUSES[text(told.cause) ?? ''] ?? ''}`,
          'delegate',
        );
      case 'case-reconsideration-requested':
        return told.by === 'web' ? step('Reconsideration asked for', 'on the web', 'provider') : [];
      default:
        return [];
    }
  });
}

function fromTalk(file: DelegateCase, talk: Talk): Sketch[] {
  const local = (iso: unknown): string => localIn(file.pack.zone, iso);
  return talk.notes.flatMap(({ seq, at, type, told }): Sketch[] => {
    const step = (what: string, detail: string, by: Sketch['by']): Sketch[] => [
      { seq, at, what, detail, by },
    ];
    if (type === 'consultation-scheduled') {
      const level = list(told.cases)
        .map(fields)
        .find(({ caseNumber }) => caseNumber === file.number)?.level;
      return Number(told.revision) > 1
        ? step('Talk moved', `to ${local(told.start)}`, 'provider')
        : step('Talk booked', `for ${local(told.start)}; level: ${words(level)}`, 'provider');
    }
    if (type === 'consultation-became-consultative')
      return step('Talk can change nothing now', 'the case was decided', 'delegate');
    if (type === 'consultation-outcome')
      return told.request === file.number ? step('Outcome', words(told.outcome), 'delegate') : [];
    if (type !== 'consultation-changed') return [];
    switch (told.to) {
      case 'held':
        return step('Talk held', 'the provider was reached', 'delegate');
      case 'missed':
        return step('Talk missed', 'nobody was reached', 'delegate');
      case 'cancelled':
        return step('Talk cancelled', text(told.reason) ?? '', told.by === 'user' ? 'provider' : 'delegate');
      default:
        return [];
    }
  });
}

/** The ends of windows that fall into the history, as moments of the calendar. */
function fromCalendar(file: DelegateCase, until: number): Sketch[] {
  const made = determinationsBefore(file);
  const ends = made.flatMap(({ seq }, index): Sketch[] => {
    const next = made[index + 1]?.at ?? until;
    const open = reconsiderUntil(file, seq + 1);
    const talk = discussableUntil(file, seq + 1);
    const adverse = made[index]?.told.outcome !== 'approved';
    const step = (at: number | null, what: string, detail: string): Sketch[] =>
      adverse && at !== null && at < next
        ? [{ seq: Number.MAX_SAFE_INTEGER, at: at + 1, what, detail, by: 'calendar' }]
        : [];
    return [
      ...step(open, 'Reconsideration closes', 'a talk explains from here on'),
      ...step(talk, 'Last day of a talk is over', ''),
    ];
  });
  const due = file.notes.find(
    ({ type, told }) => type === 'case-information-requested' && told.dueAt !== null,
  );
  const dueAt = Date.parse(text(due?.told.dueAt) ?? '');
  const first = made[0]?.at ?? until;
  return dueAt < first
    ? [...ends, { seq: due?.seq ?? 0, at: dueAt + 1, what: 'Due date passes', detail: '', by: 'calendar' }]
    : ends;
}

const REACH: Readonly<Record<string, Reach>> = {
  eligible: 'may-change',
  consultative: 'explains',
  none: 'nothing',
};

/** Whether the talk could change the determination, whether it did, and what became of the case. */
function summaryOf(file: DelegateCase, talk: Talk): string {
  const outcome = file.notes.find(
    ({ type, told }) => type === 'consultation-outcome' && told.appointment === talk.id,
  );
  const state = talk.notes.filter(({ type }) => type === 'consultation-changed').at(-1)?.told.to;
  const booked = talk.notes.find(({ type }) => type === 'consultation-scheduled');
  const level = list(booked?.told.cases)
    .map(fields)
    .find(({ caseNumber }) => caseNumber === file.number)?.level;
  const could =
    level === 'consultative' ? 'The talk could only explain' : 'The talk could change the determination';
  const last = determinationsBefore(file).at(-1)?.told.outcome;
  const now = last ? `the case is ${words(last)}` : 'the case is undecided';
  if (outcome) return `${could}; it ended with “${words(outcome.told.outcome)}”, and ${now}.`;
  if (state === 'cancelled') return `${could}; it was cancelled, and ${now}.`;
  if (state === 'missed') return `${could}; nobody was reached, and ${now}.`;
  return `${could}; it is still to come, and ${now}.`;
}

/** The course of every case that a talk was booked about. */
export function coursesOf(facts: Facts): Course[] {
  return [...delegateOf(facts).talks.values()].flatMap((talk) =>
    talk.cases.map((file): Course => {
      const sketches = [
        ...fromNotes(file, file.pack.zone),
        ...fromTalk(file, talk),
        ...fromCalendar(file, facts.until),
      ];
      const unique = new Map(sketches.map((one) => [`${one.at} ${one.what}`, one]));
      const steps = [...unique.values()]
        .sort((one, other) => one.at - other.at || one.seq - other.seq)
        .map(({ seq, at, ...step }) => {
          const { result } = expectedAt(
            file,
            seq === Number.MAX_SAFE_INTEGER ? seqAt(facts, at) : seq + 1,
            at,
          );
          return { ...step, at: new Date(at).toISOString(), reach: REACH[result] ?? ('nothing' as const) };
        });
      return {
        case: file.name,
        line: file.line,
        zone: file.pack.zone,
        summary: summaryOf(file, talk),
        steps,
      };
    }),
  );
}

/** The number after the last record of an instant (epoch ms). */
const seqAt = (facts: Facts, at: number): number =>
  (facts.records.filter((record) => Date.parse(record.at) <= at).at(-1)?.seq ?? 0) + 1;
