import type {
  AppointmentState,
  CaseBuild,
  CaseChange,
  CaseDecision,
  CaseUpdate,
  DelegateNotice,
  DelegateRole,
  PeerContact,
  Preferences,
  Registration,
  ReviewLevel,
  TalkOutcomeName,
} from '../../contract/index.ts';
import type { Secret } from '../accounts/model.ts';

type OnCase = { readonly at: number; readonly case: string };
type Content<T> = Omit<T, 'seq' | 'at' | 'request'>;

/** A decision with who made it and on what occasion. */
export type Determined = CaseDecision & {
  readonly by: DelegateRole | 'system';
  readonly cause: 'submission' | 'review' | 'reconsideration' | 'consultation';
  readonly appointment: string | null;
};

/** What happens at the delegate. Instants are epoch ms; `case` is empty where none is concerned. */
export type DelegateDomainEvent =
  | (OnCase & {
      readonly type: 'account-registered';
      readonly account: Omit<Registration, 'confirmEmail'>;
      readonly token: string;
    })
  | (OnCase & {
      readonly type: 'account-password-set';
      readonly user: string;
      readonly token: string;
      readonly secret: Secret;
    })
  | (OnCase & { readonly type: 'practitioner-added'; readonly user: string; readonly practitioner: string })
  | (OnCase & { readonly type: 'time-zone-set'; readonly user: string; readonly timeZone: string })
  | (OnCase & {
      readonly type: 'case-started';
      readonly user: string;
      readonly line: string;
      readonly build: CaseBuild;
    })
  | (OnCase & { readonly type: 'case-changed'; readonly line: string; readonly change: CaseChange })
  | (OnCase & { readonly type: 'case-gated' })
  | (OnCase & { readonly type: 'case-priority-set'; readonly routine: boolean })
  | (OnCase & {
      readonly type: 'case-document-added';
      readonly document: string;
      readonly name: string;
      readonly sha256: string;
      readonly source: 'upload' | 'fax';
    })
  | (OnCase & {
      readonly type: 'case-answered';
      readonly page: string;
      readonly answers: Readonly<Record<string, string>>;
    })
  | (OnCase & {
      readonly type: 'case-additional-chosen';
      readonly choice: string;
      readonly notes: string | null;
    })
  | (OnCase & { readonly type: 'case-saved' })
  | (OnCase & { readonly type: 'case-resumed' })
  | (OnCase & { readonly type: 'case-cancelled' })
  | (OnCase & {
      readonly type: 'case-submitted';
      readonly priority: 'standard' | 'urgent';
      readonly criteriaMet: boolean;
    })
  | (OnCase & {
      readonly type: 'case-information-requested';
      readonly items: readonly string[];
      readonly dueAt: number | null;
    })
  | (OnCase & {
      readonly type: 'case-information-received';
      readonly by: 'upload' | 'fax' | 'notes';
      readonly document: string | null;
    })
  | (OnCase & {
      readonly type: 'case-reviewed';
      readonly by: DelegateRole | 'system';
      readonly documents: readonly string[];
      readonly notes: string | null;
    })
  | (OnCase & Determined & { readonly type: 'case-determined' })
  | (OnCase & { readonly type: 'case-withdrawn'; readonly replacedBy: string })
  | (OnCase & {
      readonly type: 'case-updated';
      readonly change: CaseUpdate;
    })
  | (OnCase & { readonly type: 'case-noted'; readonly by: string; readonly text: string })
  | (OnCase & { readonly type: 'case-reconsideration-opened'; readonly user: string })
  | (OnCase & { readonly type: 'case-reconsideration-confirmed' })
  | (OnCase & { readonly type: 'case-reconsideration-abandoned' })
  | (OnCase & { readonly type: 'case-reconsideration-requested'; readonly by: 'web' | 'consultation' })
  | (OnCase & Content<DelegateNotice> & { readonly type: 'case-notice-sent' })
  | (OnCase & {
      readonly type: 'consultation-scheduled';
      readonly appointment: string;
      readonly revision: number;
      readonly user: string;
      readonly requestedAt: number;
      readonly slot: string;
      readonly reviewer: string;
      readonly start: number;
      readonly end: number;
      readonly preferences: Preferences;
      readonly contact: PeerContact;
      readonly notice: string | null;
      readonly cases: readonly { readonly caseNumber: string; readonly level: ReviewLevel }[];
    })
  | (OnCase & {
      readonly type: 'consultation-changed';
      readonly appointment: string;
      readonly to: AppointmentState;
      readonly by: 'user' | 'staff' | 'system';
      readonly reason: string | null;
    })
  | (OnCase & { readonly type: 'consultation-became-consultative'; readonly appointment: string })
  | (OnCase & {
      readonly type: 'consultation-outcome';
      readonly appointment: string;
      readonly level: ReviewLevel;
      readonly outcome: TalkOutcomeName;
      readonly became: CaseDecision['outcome'] | null;
    });

type Named<T extends DelegateDomainEvent['type']> = Extract<DelegateDomainEvent, { type: T }>;
export type DelegateEventOf<T extends DelegateDomainEvent['type']> = Named<T>;

/** Whether an event happened at the delegate. */
export const isDelegateEvent = (event: object): event is DelegateDomainEvent => 'case' in event;
