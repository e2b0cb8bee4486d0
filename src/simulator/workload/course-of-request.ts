import type { Duty, Part } from '../../rulebook/index.ts';
import type { Draws } from '../draws.ts';
import type { Anchors, Limits } from './limits.ts';
import type { Answer, Outcome, Subject, Told } from './model.ts';
import { type AnswerVerdict, actFor, type Plan, planFor, verdictOf } from './plans.ts';
import { ASSUMED } from './published.ts';
import type { Workload } from './workload.ts';

const PROVIDER_ONLY = ['no-prior-authorization', 'late-notification'];

const REASONS = [...PROVIDER_ONLY, 'excluded-benefit'];

const partsOf = (outcome: Outcome): readonly Part[] =>
  outcome === 'partial' ? ['approval', 'denial'] : [outcome === 'approved' ? 'approval' : 'denial'];

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

/** What a plan must come out as once it is done; between interpretations it depends on how far they lie apart. */
const PLANNED: Partial<Record<Plan, AnswerVerdict>> = {
  'in-time': 'met',
  'just-in-time': 'met',
  'last-second': 'met',
  'second-late': 'violated',
  late: 'violated',
};

/** Decides and tells, duty after duty: first what is to come out, then a time that makes it so. */
export class Course {
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
