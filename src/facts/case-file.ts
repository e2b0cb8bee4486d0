import type { Basis, FeedEvent, Outcome, RequestType, ReviewType, StaffRole } from '../contract/index.ts';
import type { Row } from '../rulebook/index.ts';
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
  /**
   * Whether the answer says nothing about the rules of what was asked: the actor’s last sign-in was refused and so
   * is the call, or the body is none that the contract knows and is refused for that.
   */
  readonly moot: boolean;
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
  /** Who made it, where it was not the plan itself. */
  readonly organization: string | null;
  /** The revision that it answers. */
  readonly revision: number | null;
  readonly criteria: string | null;
  readonly override: boolean;
  readonly ground: string | null;
  readonly levelOfCare: string | null;
  /** Whether the harness, in the staff's place, made it. */
  readonly staged: boolean;
};

/** Something that the feed tells of a case. */
export type Note<T extends FeedEvent['type'] = FeedEvent['type']> = Told & {
  readonly event: Extract<FeedEvent, { type: T }>;
};

/** Care of which the plan was told because it had begun. */
export type Notified = {
  readonly kind: string;
  readonly startedAt: number;
  /** The number of the observation that became this admission. */
  readonly from: string | null;
};

/** All that is known of one request. */
export type CaseFile = {
  readonly name: string;
  readonly id: string;
  readonly type: RequestType;
  readonly reviewType: ReviewType;
  readonly urgency: string | null;
  readonly setting: string | null;
  readonly channel: string;
  readonly notification: Notified | null;
  /** Whether the servicing provider is outside the network on the first day of service. */
  readonly outside: boolean;
  readonly lineOfBusiness: string | null;
  readonly received: Told;
  /** The submission and its answer, or the paper that stands for it; null where the history begins later. */
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
  readonly revisions: readonly (Told & { readonly number: number; readonly units: number })[];
  /** All that the feed tells of it, in order. */
  readonly feed: readonly Note[];
  /** What a step says happened to the member, in order. */
  readonly circumstances: readonly (Told & { readonly what: string })[];
  readonly views: readonly Exchange[];
  /** Every call about this request. */
  readonly exchanges: readonly Exchange[];
};

/** What the feed tells of one type. */
export const notes = <T extends FeedEvent['type']>(file: CaseFile, type: T): readonly Note<T>[] =>
  file.feed.filter((note): note is Note<T> => note.event.type === type);

/** Whether a request runs under no clock: a referral inside the network, or a notice of care that needs no review. */
export const isUnclocked = ({
  type,
  notification,
  outside,
  channel,
}: Pick<CaseFile, 'type' | 'notification' | 'outside' | 'channel'>): boolean =>
  (type === 'referral' && (!outside || channel === 'portal')) ||
  (notification !== null && ['observation', 'home-nursing', 'home-supplies'].includes(notification.kind));

/** The row under which care that goes on is reviewed. */
export const continuedRowOf = ({ setting, urgency }: Pick<CaseFile, 'setting' | 'urgency'>): Row =>
  setting === 'inpatient' || urgency === 'urgent' ? 'concurrent-urgent' : 'concurrent-nonurgent';

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
