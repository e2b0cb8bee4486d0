import type { Duty, Part, Row } from '../../rulebook/index.ts';
import { type Draws, drawsFor } from '../draws.ts';
import { lineOfBusinessOf } from '../population/lines.ts';
import { eventsOf } from './events.ts';
import type { Anchors, Limits } from './limits.ts';
import { type AnswerVerdict, actFor, type Plan, planFor, verdictOf } from './plans.ts';
import { ASSUMED, PUBLISHED } from './published.ts';
import type { Workload } from './workload.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export type Outcome = 'approved' | 'denied' | 'partial' | 'withdrawn';

/** One row of a determination log. Instants are epoch ms. */
export type LogRow = {
  readonly caseId: string;
  readonly decisionNo: number;
  readonly parentCaseId: string | null;
  readonly memberId: string;
  readonly lineOfBusiness: string;
  readonly reviewType: string;
  readonly urgency: string;
  readonly setting: string;
  readonly service: string;
  readonly receivedAt: number | null;
  readonly informationCompleteAt: number | null;
  readonly decidedAt: number | null;
  readonly outcome: Outcome | null;
  readonly basis: 'medical-necessity' | 'administrative' | null;
  readonly denialReason: string | null;
  readonly decidedByRole: 'nurse' | 'physician' | null;
  readonly verbalNoticeAt: number | null;
  readonly writtenProviderAt: number | null;
  readonly writtenMemberAt: number | null;
  readonly closedAt: number | null;
};

/** What is known about one duty before anyone judges it; on a partial approval a letter has an answer for each part. */
export type Answer = {
  readonly caseId: string;
  readonly decisionNo: number;
  readonly duty: Duty;
  readonly verdict: AnswerVerdict;
  /** How the time was chosen; `follows` where what came before left no other. */
  readonly planted: Plan | 'follows';
  /**
   * Time to spare, in ms: before the earliest limit of the readings, or where that has passed against the latest
   * (less than nothing when late under all); null for what never came.
   */
  readonly spareMs: number | null;
};

/** What becomes of a row as a whole. */
export type RowAnswer = {
  readonly caseId: string;
  readonly decisionNo: number;
  readonly row: 'judged' | 'out-of-scope' | 'rejected';
  readonly error: string | null;
};

export type EventRow = {
  readonly caseId: string;
  readonly at: number;
  readonly activity: string;
  readonly actor: string;
};

/** Everything that one request left behind. */
export type Made = {
  readonly rows: readonly LogRow[];
  readonly answers: readonly Answer[];
  readonly rowAnswers: readonly RowAnswer[];
  readonly events: readonly EventRow[];
};

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
const PROVIDER_ONLY = ['no-prior-authorization', 'late-notification'];
const REASONS = [...PROVIDER_ONLY, 'excluded-benefit'];

type Subject = {
  readonly caseId: string;
  readonly decisionNo: number;
  readonly row: Row;
  readonly received: number;
  readonly information: number | null;
  readonly original: { readonly row: Row; readonly received: number } | null;
  readonly outcome: Outcome;
  readonly inScope: boolean;
};

type Told = {
  readonly decided: number | null;
  readonly called: number | null;
  readonly provider: number | null;
  readonly member: number | null;
  readonly closed: number | null;
  readonly basis: 'medical-necessity' | 'administrative' | null;
  readonly reason: string | null;
  readonly answers: readonly Answer[];
};

const partsOf = (outcome: Outcome): readonly Part[] =>
  outcome === 'partial' ? ['approval', 'denial'] : [outcome === 'approved' ? 'approval' : 'denial'];

/** Decides and tells, duty after duty: first what is to come out, then a time that makes it so. */
class Course {
  readonly #load: Workload;
  readonly #draws: Draws;
  readonly #subject: Subject;
  readonly #answers: Answer[] = [];

  constructor(load: Workload, draws: Draws, subject: Subject) {
    this.#load = load;
    this.#draws = draws;
    this.#subject = subject;
  }

  /** One duty: the limits of every part at once, a plan, a time, and what that comes to. */
  #act(duty: Duty, parts: readonly Part[], anchors: Anchors, from: number): number | null {
    const { planter, rates, end } = this.#load;
    const owed = parts.filter((part) => planter.owes(anchors, duty, part));
    const each = owed.map((part) => planter.limits(anchors, duty, part));
    const all = each.flat();
    if (all.every((due) => due === null)) return owed.length === 0 && duty !== 'verbal' ? null : from;
    const drawn = planFor(this.#draws, rates);
    // What never happens is planted on letters alone: without a decision there is nothing to tell.
    const plan = drawn === 'never' && !duty.startsWith('written') ? 'late' : drawn;
    const first = Math.min(...all.filter((due) => due !== null));
    const chosen = actFor(plan, from, all, this.#draws, (instant) => this.#load.atWork(instant));
    // Where a duty could no longer be done as planned, what came before it decided.
    const follows = chosen !== null && (chosen < from || from > first);
    const actual = chosen === null ? null : Math.max(chosen, from);
    const happened = actual !== null && actual < end ? actual : null;
    for (const limits of each) {
      const planned = follows || happened === null ? null : PLANNED[plan];
      if (planned && verdictOf(happened, limits, end) !== planned)
        throw new RangeError(`a ${duty} planted ${plan} does not come out ${planned}`);
      this.#answer(duty, limits, happened, follows ? 'follows' : plan);
    }
    return happened;
  }

  #answer(duty: Duty, limits: Limits, actual: number | null, planted: Plan | 'follows'): void {
    const { caseId, decisionNo, inScope } = this.#subject;
    if (!inScope) return;
    const verdict = verdictOf(actual, limits, this.#load.end);
    if (verdict === 'not-applicable') return;
    const dues = limits.filter((due) => due !== null);
    const first = Math.min(...dues);
    const nearest = actual !== null && actual > first ? Math.max(...dues) : first;
    const spareMs = actual === null ? null : nearest - actual;
    this.#answers.push({ caseId, decisionNo, duty, verdict, planted, spareMs });
  }

  #withdrawn(anchors: Anchors): Told {
    const { planter, end } = this.#load;
    const limits = planter.limits(anchors, 'decision', 'approval').filter((due) => due !== null);
    const room = Math.max(1, Math.min(...limits) - anchors.received);
    const closed = anchors.received + Math.floor(this.#draws.next() * room);
    if (closed < end) return { ...NOTHING, closed };
    for (const duty of ['decision', 'verbal'] as const) {
      if (planter.owes(anchors, duty, 'approval'))
        this.#answer(duty, planter.limits(anchors, duty, 'approval'), null, 'follows');
    }
    return { ...NOTHING, answers: this.#answers };
  }

  run(): Told {
    const { row, received, information, original, outcome } = this.#subject;
    const draws = this.#draws;
    const asked: Anchors = { row, received, information, original, decided: null, called: null };
    if (outcome === 'withdrawn') return this.#withdrawn(asked);
    const decided = this.#act('decision', ['approval'], asked, Math.max(received, information ?? received));
    if (decided === null) {
      if (this.#load.planter.owes(asked, 'verbal', 'approval'))
        this.#answer('verbal', this.#load.planter.limits(asked, 'verbal', 'approval'), null, 'follows');
      return { ...NOTHING, answers: this.#answers };
    }
    const parts = partsOf(outcome);
    const administrative = outcome === 'denied' && draws.chance(ASSUMED.administrative);
    const reason = administrative ? draws.pick(REASONS) : null;
    const known: Anchors = { ...asked, decided };
    const owesCall = parts.some((part) => this.#load.planter.owes(known, 'verbal', part));
    const called = owesCall ? this.#act('verbal', parts, known, decided) : null;
    const told: Anchors = { ...known, called };
    const from = Math.max(decided, called ?? decided);
    const provider = this.#act('written-provider', parts, told, from);
    const owesMember = reason === null || !PROVIDER_ONLY.includes(reason);
    const member = owesMember ? this.#act('written-member', parts, told, from) : null;
    const basis = administrative ? 'administrative' : outcome === 'approved' ? null : 'medical-necessity';
    return { decided, called, provider, member, closed: null, basis, reason, answers: this.#answers };
  }
}

/** What a plan must come out as once it is done; between readings it depends on how far they lie apart. */
const PLANNED: Partial<Record<Plan, AnswerVerdict>> = {
  'in-time': 'met',
  'just-in-time': 'met',
  'last-second': 'met',
  'second-late': 'violated',
  late: 'violated',
};

const NOTHING: Told = {
  decided: null,
  called: null,
  provider: null,
  member: null,
  closed: null,
  basis: null,
  reason: null,
  answers: [],
};

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

export type { Subject, Told };
