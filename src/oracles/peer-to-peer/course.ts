import { determinationsBefore } from '../../facts/delegate/course.ts';
import { type DelegateCase, type DelegateNote, delegateOf, type Talk } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import {
  discussableUntil,
  expectedAt,
  type PeerToPeerResult,
  reconsiderUntil,
} from './expected-eligibility.ts';

/** What a peer-to-peer could do from a moment on. */
export type Reach = 'may-change' | 'consultative' | 'not-eligible';

/** What happened at one moment in the course of a case. Instants are ISO texts as the portal gave them. */
export type CourseEvent =
  | { readonly kind: 'case-submitted'; readonly priority: string | null }
  | { readonly kind: 'information-requested'; readonly dueAt: string | null }
  | { readonly kind: 'information-received'; readonly by: string | null }
  | {
      readonly kind: 'determined';
      readonly outcome: string | null;
      readonly decidedBy: string | null;
      readonly cause: string | null;
    }
  | { readonly kind: 'reconsideration-requested' }
  | { readonly kind: 'scheduled'; readonly start: string | null; readonly level: string | null }
  | { readonly kind: 'rescheduled'; readonly start: string | null }
  | { readonly kind: 'became-consultative' }
  | { readonly kind: 'outcome-recorded'; readonly outcome: string | null }
  | { readonly kind: 'held' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'cancelled'; readonly reason: string | null }
  | { readonly kind: 'reconsideration-window-closed' }
  | { readonly kind: 'peer-to-peer-window-closed' }
  | { readonly kind: 'due-date-passed' };

/** One moment in the course of a case that was discussed; `at` is ISO, UTC. `by` says whose act it is. */
export type CourseStep = {
  readonly at: string;
  readonly by: 'provider' | 'delegate' | 'calendar';
  readonly reach: Reach;
  readonly event: CourseEvent;
};

/** What could come of a peer-to-peer and what did: its level and its last state, its outcome, and the determination. */
export type CourseSummary = {
  readonly level: string | null;
  readonly state: string;
  readonly outcome: string | null;
  readonly determination: string | null;
};

/** The course of one case that was discussed. `zone` is IANA. */
export type Course = {
  readonly case: string;
  readonly line: string;
  readonly zone: string;
  readonly summary: CourseSummary;
  readonly steps: readonly CourseStep[];
};

type Sketch = Omit<CourseStep, 'reach' | 'at'> & { readonly at: number; readonly seq: number };
type Told = readonly [event: CourseEvent, by: CourseStep['by']];

const sketchesOf = (
  notes: readonly DelegateNote[],
  tell: (note: DelegateNote) => Told | null,
): readonly Sketch[] =>
  notes.flatMap((note) => {
    const found = tell(note);
    return found ? [{ seq: note.seq, at: note.at, event: found[0], by: found[1] }] : [];
  });

/** What the feed says of a case itself. */
function tellCase({ type, told }: DelegateNote): Told | null {
  switch (type) {
    case 'case-submitted':
      return [{ kind: 'case-submitted', priority: text(told.priority) }, 'provider'];
    case 'case-information-requested':
      return [{ kind: 'information-requested', dueAt: text(told.dueAt) }, 'delegate'];
    case 'case-information-received':
      return [{ kind: 'information-received', by: text(told.by) }, 'provider'];
    case 'case-determined': {
      const [outcome, decidedBy, cause] = [told.outcome, told.by, told.cause].map(text);
      return [
        {
          kind: 'determined',
          outcome: outcome ?? null,
          decidedBy: decidedBy ?? null,
          cause: cause ?? null,
        },
        'delegate',
      ];
    }
    case 'case-reconsideration-requested':
      return told.by === 'web' ? [{ kind: 'reconsideration-requested' }, 'provider'] : null;
    default:
      return null;
  }
}

/** The level of review at which an event tells a case. */
const levelOf = (told: Fields | undefined, { number }: DelegateCase): string | null =>
  text(
    list(told?.cases)
      .map(fields)
      .find(({ caseNumber }) => caseNumber === number)?.level,
  );

/** What the feed says of a peer-to-peer about a case. */
const tellPeerToPeer =
  (file: DelegateCase) =>
  ({ type, told }: DelegateNote): Told | null => {
    const start = text(told.start);
    if (type === 'consultation-scheduled')
      return Number(told.revision) > 1
        ? [{ kind: 'rescheduled', start }, 'provider']
        : [{ kind: 'scheduled', start, level: levelOf(told, file) }, 'provider'];
    if (type === 'consultation-became-consultative') return [{ kind: 'became-consultative' }, 'delegate'];
    if (type === 'consultation-outcome')
      return told.request === file.number
        ? [{ kind: 'outcome-recorded', outcome: text(told.outcome) }, 'delegate']
        : null;
    if (type !== 'consultation-changed') return null;
    if (told.to === 'held' || told.to === 'missed') return [{ kind: told.to }, 'delegate'];
    return told.to === 'cancelled'
      ? [{ kind: 'cancelled', reason: text(told.reason) }, told.by === 'user' ? 'provider' : 'delegate']
      : null;
  };

/** The ends of windows that fall into the history, up to an instant (epoch ms). */
function fromCalendar(file: DelegateCase, until: number): readonly Sketch[] {
  const made = determinationsBefore(file);
  const ends = made.flatMap(({ seq, told }, index): Sketch[] => {
    const next = made[index + 1]?.at ?? until;
    const end = (at: number | null, event: CourseEvent): Sketch[] =>
      told.outcome !== 'approved' && at !== null && at < next
        ? [{ seq: Number.MAX_SAFE_INTEGER, at: at + 1, event, by: 'calendar' }]
        : [];
    return [
      ...end(reconsiderUntil(file, seq + 1), { kind: 'reconsideration-window-closed' }),
      ...end(discussableUntil(file, seq + 1), { kind: 'peer-to-peer-window-closed' }),
    ];
  });
  const due = file.notes.find(
    ({ type, told }) => type === 'case-information-requested' && told.dueAt !== null,
  );
  const dueAt = Date.parse(text(due?.told.dueAt) ?? '');
  const first = made[0]?.at ?? until;
  return dueAt < first
    ? [...ends, { seq: due?.seq ?? 0, at: dueAt + 1, event: { kind: 'due-date-passed' }, by: 'calendar' }]
    : ends;
}

const REACH: Readonly<Record<PeerToPeerResult, Reach>> = {
  eligible: 'may-change',
  consultative: 'consultative',
  none: 'not-eligible',
};

function summaryOf(file: DelegateCase, peerToPeer: Talk): CourseSummary {
  const outcome = file.notes.find(
    ({ type, told }) => type === 'consultation-outcome' && told.appointment === peerToPeer.id,
  );
  const booked = peerToPeer.notes.find(({ type }) => type === 'consultation-scheduled');
  const changed = peerToPeer.notes.filter(({ type }) => type === 'consultation-changed').at(-1);
  return {
    level: levelOf(booked?.told, file),
    state: text(changed?.told.to) ?? 'scheduled',
    outcome: text(outcome?.told.outcome),
    determination: text(determinationsBefore(file).at(-1)?.told.outcome),
  };
}

/** The number after the last record of an instant (epoch ms). */
const seqAfter = (facts: Facts, at: number): number =>
  (facts.records.filter((record) => Date.parse(record.at) <= at).at(-1)?.seq ?? 0) + 1;

/** The course of every case that a peer-to-peer was scheduled about, as data. */
export function coursesOf(facts: Facts): Course[] {
  return [...delegateOf(facts).talks.values()].flatMap((peerToPeer) =>
    peerToPeer.cases.map((file): Course => {
      const sketches = [
        ...sketchesOf(file.notes, tellCase),
        ...sketchesOf(peerToPeer.notes, tellPeerToPeer(file)),
        ...fromCalendar(file, facts.until),
      ];
      const unique = new Map(sketches.map((one) => [`${one.at} ${one.event.kind}`, one]));
      const steps = [...unique.values()]
        .sort((one, other) => one.at - other.at || one.seq - other.seq)
        .map(({ seq, at, event, by }): CourseStep => {
          const known = seq === Number.MAX_SAFE_INTEGER ? seqAfter(facts, at) : seq + 1;
          const reach = REACH[expectedAt(file, known, at).result];
          return { at: new Date(at).toISOString(), by, reach, event };
        });
      return {
        case: file.name,
        line: file.line,
        zone: file.pack.zone,
        summary: summaryOf(file, peerToPeer),
        steps,
      };
    }),
  );
}
