import type {
  Basis,
  CareEvent,
  Channel,
  Ground,
  Injection,
  LetterSections,
  Notification,
  Outcome,
  Party,
  RequestType,
  ReviewType,
  Setting,
  StaffRole,
  Status,
  Urgency,
  Without,
  World,
} from '../../contract/index.ts';
import type { AccountEvent } from '../accounts/event.ts';
import type { DelegateDomainEvent } from '../delegate/event.ts';
import type { Attached } from '../documents/model.ts';
import type { OfficeEvent } from '../practice-office/event.ts';

/** A submission that passed every check, with what the portal filled in. Dates are civil, `YYYY-MM-DD`. */
export type Accepted = {
  readonly type: RequestType;
  readonly reviewType: ReviewType;
  readonly urgency: Urgency | null;
  readonly setting: Setting | null;
  readonly member: string;
  readonly site: string;
  readonly requester: { readonly name: string; readonly phone: string };
  readonly service: string;
  readonly provider: string;
  readonly affiliation: string;
  readonly servicingContact: { readonly name: string; readonly phone: string };
  readonly diagnoses: readonly string[];
  readonly procedure: string;
  readonly units: number;
  readonly start: string;
  readonly end: string;
  readonly remarks: string;
  readonly information: readonly string[];
  readonly channel: Channel;
  readonly emergent: boolean;
  readonly notification: Notification | null;
  readonly enteral: { readonly product?: string | undefined; readonly quantity?: string | undefined } | null;
  readonly outside: Outside | null;
  /** The delegate that had this request, where it was not made to the plan. */
  readonly delegate: string | null;
};

/** What was said about care outside the network. */
type Outside = {
  readonly ground: Ground | null;
  readonly delay: 'member' | 'network' | null;
  readonly pcpFinding: boolean;
};

type About = { readonly at: number; readonly request: string };
type StatusCause = 'submission' | 'information' | 'decision' | 'reconsideration' | 'revision' | 'closure';
export type Circumstance = Extract<Injection, { kind: 'care-event' }>['what'];
export type CallResult = 'reached' | 'voicemail' | 'no-answer';
export type ClosureReason = 'level-of-care-change' | 'administrative-error';

/** Everything that can have happened in a world. Instants are epoch milliseconds. */
export type DomainEvent =
  | { readonly type: 'world-opened'; readonly at: number; readonly world: World }
  | { readonly type: 'clock-moved'; readonly at: number }
  | AccountEvent
  | OfficeEvent
  | DelegateDomainEvent
  | {
      readonly type: 'deferred';
      readonly at: number;
      readonly receipt: string;
      readonly user: string;
      readonly key: string | null;
      readonly accepted: Accepted;
      readonly flags: readonly string[];
      readonly until: number;
      readonly maintenance: boolean;
    }
  | {
      readonly type: 'pause-set';
      readonly at: number;
      readonly from: number;
      readonly until: number;
      readonly maintenance: boolean;
    }
  | { readonly type: 'fax-unmatched'; readonly at: number; readonly sha256: string }
  | {
      readonly type: 'coverage-changed';
      readonly at: number;
      readonly member: string;
      readonly coverage: Extract<Injection, { kind: 'eligibility-feed' }>['coverage'];
    }
  | (About & {
      readonly type: 'received';
      readonly user: string;
      readonly key: string | null;
      readonly accepted: Accepted;
      readonly flags: readonly string[];
      /** Present where it was submitted before it entered the plan's system. */
      readonly deferral?: { readonly receipt: string; readonly at: number; readonly until: number };
    })
  | (About & { readonly type: 'information-requested'; readonly items: readonly string[] })
  | (About & { readonly type: 'information-received'; readonly items: readonly string[] })
  | (About & {
      readonly type: 'status-changed';
      readonly from: Status | null;
      readonly to: Status;
      readonly cause: StatusCause;
    })
  | (About & {
      readonly type: 'decided';
      readonly decision: number;
      readonly reconsideration: boolean;
      readonly outcome: Outcome;
      readonly basis: Basis;
      readonly reason: string;
      readonly by: {
        readonly role: StaffRole;
        readonly user: string | null;
        readonly organization?: string | undefined;
      };
      readonly unitsGranted: number;
      readonly revision?: number;
      readonly criteria?: string;
      readonly override?: boolean;
      readonly ground?: Ground;
      readonly levelOfCare?: Setting;
    })
  | (About & {
      readonly type: 'called';
      readonly decision: number;
      readonly to: Party;
      readonly phone: string;
      readonly result: CallResult;
    })
  | (About & {
      readonly type: 'letter-sent';
      readonly decision: number;
      readonly to: Party;
      readonly address: string;
      readonly sections: LetterSections;
    })
  | (About & { readonly type: 'reconsideration-requested'; readonly about: number; readonly user: string })
  | (About & { readonly type: 'closed'; readonly reason: ClosureReason })
  | (About & { readonly type: 'circumstance'; readonly what: Circumstance })
  | (About & { readonly type: 'prepared'; readonly outcome: Outcome; readonly basis: Basis })
  | (About & { readonly type: 'document-attached' } & Attached)
  | (About & {
      readonly type: 'revision-noted';
      readonly number: number;
      readonly units: number;
      readonly remarks: string;
      readonly add: readonly { readonly procedure: string; readonly units: number }[];
    })
  | (About & {
      readonly type: 'mail-sent';
      readonly to: string;
      readonly subject: string;
      readonly text: string;
      readonly link?: string;
    })
  | (About & {
      readonly type: 'payment-made';
      readonly site: string;
      readonly method: 'check' | 'electronic';
      readonly paperExplanation: boolean;
    })
  | (About & {
      readonly type: 'revision-requested';
      readonly revision: number;
      readonly units: number;
      readonly end: string;
      readonly remarks: string;
      readonly add: readonly { readonly procedure: string; readonly units: number }[];
    })
  | (About & { readonly type: 'message-left'; readonly message: string })
  | (About & Exclude<Without<CareEvent, 'seq' | 'at' | 'request'>, { type: 'revision-requested' }>);

export type RequestEvent = Extract<DomainEvent, { request: string }>;
