import type { Row } from '../../rulebook/index.ts';
import { type Draws, drawsFor } from '../draws.ts';
import { lineOfBusinessOf } from '../population/lines.ts';
import { Course } from './course-of-request.ts';
import { eventsOf } from './events.ts';
import type { Answer, LogRow, Made, Outcome, RowAnswer, Subject, Told } from './model.ts';
import { ASSUMED, PUBLISHED } from './published.ts';
import type { Workload } from './workload.ts';

const DAY_MS = 86_400_000;

const HOUR_MS = 3_600_000;

const SERVICES: readonly (readonly [number, string])[] = [
  [24, 'imaging'],
  [18, 'surgery'],
  [15, 'therapy'],
  [13, 'inpatient stay'],
  [10, 'equipment'],
  [8, 'home nursing'],
  [7, 'infusion'],
  [5, 'sleep study'],
];

const KINDS: readonly (readonly [number, Row])[] = [
  [62, 'preservice-nonurgent'],
  [12, 'preservice-urgent'],
  [8, 'concurrent-urgent'],
  [9, 'concurrent-nonurgent'],
  [9, 'retrospective'],
];

const REVIEW: Readonly<Record<Row, readonly [reviewType: string, urgency: string]>> = {
  'preservice-nonurgent': ['preservice', 'standard'],
  'preservice-urgent': ['preservice', 'urgent'],
  'concurrent-urgent': ['concurrent', 'urgent'],
  'concurrent-nonurgent': ['concurrent', 'standard'],
  retrospective: ['retrospective', 'standard'],
  reconsideration: ['reconsideration', 'standard'],
};

type About = {
  readonly memberId: string;
  readonly lineOfBusiness: string;
  readonly setting: string;
  readonly service: string;
};

function rowOf(subject: Subject, told: Told, about: About, parent: string | null): LogRow {
  const [reviewType, urgency] = REVIEW[subject.row];
  const done = told.decided !== null || told.closed !== null;
  return {
    caseId: subject.caseId,
    decisionNo: subject.decisionNo,
    parentCaseId: parent,
    ...about,
    reviewType,
    urgency,
    receivedAt: subject.received,
    informationCompleteAt: subject.information,
    decidedAt: told.decided,
    outcome: done ? subject.outcome : null,
    basis: told.basis,
    denialReason: told.reason,
    decidedByRole: told.decided === null ? null : subject.outcome === 'approved' ? 'nurse' : 'physician',
    verbalNoticeAt: told.called,
    writtenProviderAt: told.provider,
    writtenMemberAt: told.member,
    closedAt: told.closed,
  };
}

/** When the last necessary information is in: at once, some days later, or never within the log. */
function informationFor(row: Row, received: number, end: number, draws: Draws): number | null {
  if (row === 'preservice-urgent' || row === 'concurrent-urgent') return received;
  if (!draws.chance(ASSUMED.missingInformation)) return received;
  if (draws.chance(ASSUMED.neverComplete / ASSUMED.missingInformation)) return null;
  const at = received + Math.floor(draws.next() * 9 * DAY_MS);
  return at < end ? at : null;
}

const outcomeFor = (draws: Draws, denied: number): Outcome =>
  draws.weighted([
    [1 - denied - ASSUMED.partial - ASSUMED.withdrawn, 'approved'],
    [denied, 'denied'],
    [ASSUMED.partial, 'partial'],
    [ASSUMED.withdrawn, 'withdrawn'],
  ]);

/** One request of a workload with everything that came of it; the same whoever makes it, and in whatever order. */
export function requestAt(load: Workload, index: number): Made {
  const draws = drawsFor(load.root, 'request', index);
  const received = load.arrivals.at((index + 0.5) / load.requests, draws);
  const member = draws.below(load.members);
  const lineOfBusiness = lineOfBusinessOf(load.root, member);
  const row = draws.weighted(KINDS);
  const service = draws.weighted(SERVICES);
  const setting =
    row === 'concurrent-nonurgent' ? 'outpatient' : service === 'inpatient stay' ? 'inpatient' : 'outpatient';
  const about: About = { memberId: `M${10_000_000 + member}`, lineOfBusiness, setting, service };
  const inScope = load.pack.linesOfBusiness.includes(lineOfBusiness);
  const base = { inScope, original: null };
  const rows: LogRow[] = [];
  const answers: Answer[] = [];
  const steps: { subject: Subject; told: Told; talk: number | null }[] = [];
  const add = (subject: Subject, parent: string | null, talk: number | null = null): Told => {
    const told = new Course(load, draws, subject).run();
    rows.push(rowOf(subject, told, about, parent));
    answers.push(...told.answers);
    steps.push({ subject, told, talk });
    return told;
  };
  const caseId = `C${String(index).padStart(9, '0')}`;
  const outcome = outcomeFor(draws, PUBLISHED.denied);
  const information = informationFor(row, received, load.end, draws);
  const first = add({ ...base, caseId, decisionNo: 1, row, received, information, outcome }, null);
  if (first.decided !== null && outcome === 'approved' && draws.chance(ASSUMED.revised)) {
    const asked = first.decided + HOUR_MS + Math.floor(draws.next() * 20 * DAY_MS);
    const again =
      row === 'concurrent-urgent' || row === 'preservice-urgent'
        ? 'concurrent-urgent'
        : 'concurrent-nonurgent';
    if (asked < load.end && (again === 'concurrent-urgent' || setting === 'outpatient'))
      add(
        {
          ...base,
          caseId,
          decisionNo: 2,
          row: again,
          received: asked,
          information: asked,
          outcome: outcomeFor(draws, PUBLISHED.denied),
        },
        null,
      );
  }
  const denied = outcome === 'denied' || outcome === 'partial';
  if (
    first.decided !== null &&
    denied &&
    first.basis === 'medical-necessity' &&
    draws.chance(PUBLISHED.appealed)
  ) {
    const asked = first.decided + HOUR_MS + Math.floor(draws.next() * 10 * DAY_MS);
    const talk = draws.chance(ASSUMED.talkBeforeReconsideration)
      ? asked - Math.floor(draws.next() * (asked - first.decided))
      : null;
    if (asked < load.end)
      add(
        {
          caseId: `${caseId}-R`,
          decisionNo: 1,
          row: 'reconsideration',
          received: asked,
          information: asked,
          original: { row, received },
          outcome: draws.chance(PUBLISHED.overturned) ? 'approved' : 'denied',
          inScope,
        },
        caseId,
        talk,
      );
  }
  const events = steps.flatMap(({ subject, told, talk }) => eventsOf(subject, told, talk));
  return load.spoil(index, { rows, answers, events, rowAnswers: rows.map((one) => rowAnswer(one, inScope)) });
}

const rowAnswer = ({ caseId, decisionNo }: LogRow, inScope: boolean): RowAnswer => ({
  caseId,
  decisionNo,
  row: inScope ? 'judged' : 'out-of-scope',
  error: null,
});
