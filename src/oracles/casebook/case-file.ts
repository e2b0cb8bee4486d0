import type { Basis, Outcome, RequestType, ReviewType, StaffRole } from '../../contract/index.ts';
import type { Row } from '../../rulebook/index.ts';
import type { Moment } from './moment.ts';
import type { Fields } from './values.ts';

/** One call to the portal with its answer, as it went over the wire. */
export type Exchange = {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly op: string;
  readonly case: string | null;
  readonly path: Fields;
  readonly query: Fields;
  readonly key: string | null;
  readonly body: Fields;
  readonly status: number;
  readonly answer: Fields;
};

export type Told = { readonly seq: number; readonly at: Moment };
export type Call = Told & { readonly decision: number; readonly to: string; readonly result: string };
export type Letter = Told & { readonly decision: number; readonly to: string; readonly sections: Fields };
export type StatusChange = Told & {
  readonly from: string | null;
  readonly to: string;
  readonly cause: string;
};
export type Decided = Told & {
  readonly number: number;
  readonly reconsideration: boolean;
  readonly outcome: Outcome;
  readonly basis: Basis;
  readonly reason: string;
  readonly role: StaffRole;
  readonly unitsGranted: number;
  /** Whether the harness, in the staff's place, made it. */
  readonly staged: boolean;
};

/** All that is known of one request. */
export type CaseFile = {
  readonly name: string;
  readonly id: string;
  readonly type: RequestType;
  readonly reviewType: ReviewType;
  readonly urgency: string | null;
  readonly setting: string | null;
  readonly lineOfBusiness: string | null;
  readonly received: Told;
  /** The submission and its answer; null where the history begins later. */
  readonly submission: Exchange | null;
  /** When the last necessary information was in; null while some is missing. */
  readonly information: Told | null;
  readonly informationRequests: readonly Told[];
  readonly decisions: readonly Decided[];
  readonly calls: readonly Call[];
  readonly letters: readonly Letter[];
  readonly statuses: readonly StatusChange[];
  readonly reconsiderations: readonly (Told & { readonly about: number })[];
  readonly closed: (Told & { readonly reason: string }) | null;
  readonly views: readonly Exchange[];
  /** Every call about this request. */
  readonly exchanges: readonly Exchange[];
};

/**
 * The row of the time table that a request falls under: decided from what was asked, never from what
 * the portal made of it. An inpatient concurrent review is urgent whatever its flag says.
 */
export function rowOf(file: Pick<CaseFile, 'reviewType' | 'setting' | 'urgency'>): Row {
  if (file.reviewType === 'retrospective') return 'retrospective';
  const urgent = file.urgency === 'urgent';
  if (file.reviewType === 'concurrent') {
    return urgent || file.setting === 'inpatient' ? 'concurrent-urgent' : 'concurrent-nonurgent';
  }
  return urgent ? 'preservice-urgent' : 'preservice-nonurgent';
}
