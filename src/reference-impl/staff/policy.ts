import { instantAt, nextOpening } from '../../calendar/calendar.ts';
import type { LetterSections, Outcome, Party, Setting, StaffRole } from '../../contract/index.ts';
import { type Duty, INTERPRETATIONS, type Pack, type Part } from '../../rulebook/index.ts';
import type { Determination, PortalState, RequestState } from '../core/state.ts';
import { letterSections } from '../notices/letters.ts';
import { procedureOf } from '../request-entry/requirements.ts';
import { type Prepared, preparation } from '../reviews/preparation.ts';
import { type Finding, reviewOf } from '../reviews/review.ts';
import { type ArmLimit, calendarOf } from '../time-frames/limits.ts';
import { pace } from './pace.ts';

/** A duty that is open, with the limits that the three interpretations give it. */
export type OpenDuty = {
  readonly state: PortalState;
  readonly request: RequestState;
  readonly determination: Determination | null;
  readonly duty: Duty;
  readonly parts: readonly Part[];
  /** From when the desk can act. */
  readonly start: number;
  /** One list for each part and interpretation. */
  readonly limits: readonly (readonly ArmLimit[])[];
  /** When the clean desk would act; null where it owes nothing. */
  readonly planned: number | null;
};

/** How a desk works. Each part can be replaced, which is how a faulty desk is made. */
export type DeskPolicy = {
  readonly askAt: (request: RequestState, seed: string) => number | null;
  /** When the desk acts on an open duty, or null for never. */
  readonly actAt: (open: OpenDuty) => number | null;
  /** What is done before a decision: a nurse’s review, and where it may be a denial, outreach and the offer. */
  readonly prepare: (
    state: PortalState,
    request: RequestState,
    decideAt: number,
    finding: Finding,
  ) => readonly Prepared[];
  readonly levelOfCare: (request: RequestState, outcome: Outcome) => Setting;
  /** When a change of the grid is announced. */
  readonly announceAt: (effectiveFrom: string, pack: Pack) => number;
  /** When a message left out of hours is retrieved. */
  readonly retrieveAt: (left: number, pack: Pack) => number;
  readonly review: (state: PortalState, request: RequestState, pack: Pack) => Finding;
  readonly decider: (finding: Finding, request: RequestState, state: PortalState) => StaffRole;
  readonly parties: (determination: Determination) => readonly Party[];
  readonly callee: (determination: Determination) => Party;
  readonly sections: (
    state: PortalState,
    request: RequestState,
    determination: Determination,
  ) => LetterSections;
};

const HOUR_MS = 3_600_000;

/** The earliest limit under any part and interpretation, or null where there is none. */
export const earliestOf = (limits: readonly (readonly ArmLimit[])[]): number | null => {
  const all = limits.flatMap((arms) => arms.map(({ at }) => at));
  return all.length === 0 ? null : Math.min(...all);
};

/** The clean desk: every limit holds under every interpretation. */
export const DESK: Omit<DeskPolicy, 'parties'> = {
  askAt: (request, seed) =>
    request.receivedAt + Math.round(HOUR_MS * (0.5 + pace.fraction(`${seed}/${request.id}/ask`))),
  actAt: (open) => open.planned,
  prepare: preparation,
  levelOfCare: (request, outcome) =>
    outcome === 'denied' ? 'observation' : (request.accepted.setting ?? 'inpatient'),
  announceAt: (effectiveFrom, pack) =>
    instantAt(calendarOf(pack, 'none'), effectiveFrom, pack.opens) - 60 * 24 * HOUR_MS,
  retrieveAt: (left, pack) => nextOpening(calendarOf(pack, INTERPRETATIONS.strict.holidays), left),
  review: reviewOf,
  decider: (finding, request, state) => {
    const { technology } = procedureOf(state.world, request.accepted.procedure) ?? {};
    if (technology && !technology.approvedBy && request.accepted.urgency === 'urgent')
      return 'medical-director';
    if (finding.basis === 'administrative') return 'administrative';
    return finding.outcome === 'approved' && !request.reconsideration ? 'nurse' : 'physician';
  },
  callee: () => 'requesting-provider',
  sections: letterSections,
};
