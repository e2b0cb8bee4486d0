import type {
  AuditEntry,
  FeedEvent,
  Member,
  OutboxItem,
  Party,
  Status,
  World,
} from '../../contract/index.ts';
import type { AccessCase, Account } from '../accounts/model.ts';
import type { DelegateState } from '../delegate/state.ts';
import type { Deferral } from '../maintenance/model.ts';
import type { OfficeState } from '../practice-office/state.ts';
import type { Accepted, Circumstance, DomainEvent, RequestEvent } from './event.ts';

type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>;

/** One determination with what was told about it. */
export type Determination = EventOf<'decided'> & {
  calls: EventOf<'called'>[];
  letters: EventOf<'letter-sent'>[];
};

export type RequestState = {
  readonly id: string;
  readonly accepted: Accepted;
  readonly user: string;
  readonly receivedAt: number;
  readonly flags: readonly string[];
  status: Status;
  readonly supplied: Set<string>;
  readonly asked: Set<string>;
  informationAskedAt: number | null;
  /** When the last necessary information came in; null while some is missing. */
  informationCompleteAt: number | null;
  determinations: Determination[];
  /** The reconsideration that waits for its decision. */
  reconsideration: { readonly at: number; readonly about: number } | null;
  /** When each decided reconsideration had been asked for, by the number of its decision. */
  readonly reconsideredAt: Map<number, number>;
  /** The revision that waits for its decision, and those behind it. */
  revision: OpenRevision | null;
  readonly waiting: OpenRevision[];
  /** Every revision, with what became of it. */
  readonly revisions: {
    readonly number: number;
    readonly at: number;
    readonly units: number;
    readonly remarks: string;
    readonly add: readonly { readonly procedure: string; readonly units: number }[];
    /** Whether it became part of what was still undecided. */
    readonly merged: boolean;
    status: Status;
  }[];
  /** Units that were added before the first decision. */
  amended: number;
  /** Before this instant (epoch ms) no status of it is shown. */
  readonly shownFrom: number;
  /** When each decided revision had been asked for, by the number of its decision. */
  readonly revisedAt: Map<number, { readonly at: number; readonly units: number }>;
  /** What was done about the request beside its decisions, in order. */
  readonly notes: RequestEvent[];
  readonly circumstances: Map<Circumstance, number>;
  /** What was granted in all: units and last day. */
  granted: { units: number; end: string };
  closed: boolean;
};

/** A revision that asks for more care. */
type OpenRevision = {
  readonly at: number;
  readonly number: number;
  readonly units: number;
  readonly end: string;
};

/** `since` is the sign-in (epoch ms). */
export type Session = { readonly user: string; site: string | null; readonly since: number };

/** All that is known of one world. `evolve` alone changes it. */
export type PortalState = {
  readonly id: string;
  readonly world: World;
  now: number;
  readonly members: Map<string, Member>;
  readonly sessions: Map<string, Session>;
  readonly requests: Map<string, RequestState>;
  readonly keys: Map<string, string>;
  readonly issuedOn: Map<string, number>;
  readonly feed: FeedEvent[];
  readonly outbox: OutboxItem[];
  /** Units of each authorization that claims have used. */
  readonly unitsPaid: Map<string, number>;
  /** Messages left out of hours that nobody has retrieved, with the instant. */
  readonly messages: Map<string, number>;
  readonly accounts: Map<string, Account>;
  readonly accessCases: Map<string, AccessCase>;
  /** Failed attempts to sign in, by name (epoch ms). */
  readonly failures: Map<string, number[]>;
  readonly audit: AuditEntry[];
  readonly deferrals: Map<string, Deferral>;
  /** Outages and maintenance beside the regular window. */
  readonly pauses: { readonly from: number; readonly until: number; readonly maintenance: boolean }[];
  readonly office: OfficeState;
  readonly delegate: DelegateState;
};

/** Information that a review of this request needs: what its procedure needs and what was asked for. */
function neededInformation(state: PortalState, request: RequestState): string[] {
  const procedure = state.world.procedures.find(({ code }) => code === request.accepted.procedure);
  const form = request.accepted.channel === 'fax' || request.accepted.channel === 'mail';
  return [
    ...new Set([...(procedure?.needs ?? []), ...(form ? ['authorization-form'] : []), ...request.asked]),
  ];
}

/** Requests that run under no clock: referrals, and notices of care that need no review. */
export const withoutReview = ({ type, notification, urgency }: Accepted): boolean =>
  (type === 'referral' && urgency === null) ||
  (notification !== null && ['observation', 'home-nursing', 'home-supplies'].includes(notification.kind));

/** The notes of one type about a request, in order. */
export const notesOf = <T extends RequestEvent['type']>(
  request: RequestState,
  type: T,
): Extract<RequestEvent, { type: T }>[] =>
  request.notes.filter((note): note is Extract<RequestEvent, { type: T }> => note.type === type);

/** Information that is still missing, in the order in which it is needed. */
export const missingInformation = (state: PortalState, request: RequestState): string[] =>
  neededInformation(state, request).filter((item) => !request.supplied.has(item));

/** Who is owed a letter about a determination. Section 7, Administrative Denials and the time table. */
export function letterParties(determination: {
  readonly outcome: string;
  readonly basis: string;
  readonly reason: string;
}): readonly Party[] {
  const providerOnly = ['no-prior-authorization', 'late-notification', 'missing-clinical-documentation'];
  const toProviderOnly =
    determination.outcome === 'denied' &&
    determination.basis === 'administrative' &&
    providerOnly.includes(determination.reason);
  return toProviderOnly ? ['requesting-provider'] : ['requesting-provider', 'member'];
}
