import type { LetterSections, Party, StaffRole } from '../../contract/index.ts';
import type { Duty, Part } from '../../rulebook/index.ts';
import type { Determination, PortalState, RequestState } from '../domain/state.ts';
import { letterSections } from './letters.ts';
import type { ArmLimit } from './limits.ts';
import { pace } from './pace.ts';
import { type Finding, reviewOf } from './review.ts';

/** A duty that is open, with the limits that the three readings give it. */
export type OpenDuty = {
  readonly state: PortalState;
  readonly request: RequestState;
  readonly determination: Determination | null;
  readonly duty: Duty;
  readonly parts: readonly Part[];
  /** From when the desk can act. */
  readonly start: number;
  /** One list for each part and reading. */
  readonly limits: readonly (readonly ArmLimit[])[];
  /** When the clean desk would act; null where it owes nothing. */
  readonly planned: number | null;
};

/** How a desk works. Each part can be replaced, which is how a faulty desk is made. */
export type DeskPolicy = {
  readonly askAt: (request: RequestState, seed: string) => number | null;
  /** When the desk acts on an open duty, or null for never. */
  readonly actAt: (open: OpenDuty) => number | null;
  readonly review: (state: PortalState, request: RequestState) => Finding;
  readonly decider: (finding: Finding, request: RequestState) => StaffRole;
  readonly parties: (determination: Determination) => readonly Party[];
  readonly callee: (determination: Determination) => Party;
  readonly sections: (
    state: PortalState,
    request: RequestState,
    determination: Determination,
  ) => LetterSections;
};

const HOUR_MS = 3_600_000;

/** The earliest limit under any part and reading, or null where there is none. */
export const earliestOf = (limits: readonly (readonly ArmLimit[])[]): number | null => {
  const all = limits.flatMap((arms) => arms.map(({ at }) => at));
  return all.length === 0 ? null : Math.min(...all);
};

/** The clean desk: every limit holds under every reading. */
export const DESK: Omit<DeskPolicy, 'parties'> = {
  askAt: (request, seed) =>
    request.receivedAt + Math.round(HOUR_MS * (0.5 + pace.fraction(`${seed}/${request.id}/ask`))),
  actAt: (open) => open.planned,
  review: reviewOf,
  decider: (finding, request) => {
    if (finding.basis === 'administrative') return 'administrative';
    return finding.outcome === 'approved' && !request.reconsideration ? 'nurse' : 'physician';
  },
  callee: () => 'requesting-provider',
  sections: letterSections,
};
