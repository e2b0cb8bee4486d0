import type {
  AppointmentState,
  CaseBuild,
  CaseStateName,
  DelegateNotice,
  Delegation,
  PeerContact,
  Preferences,
  ReviewLevel,
  World,
} from '../../contract/index.ts';
import type { Secret } from '../accounts/model.ts';
import type { Determined } from './event.ts';

export type PracticeAccount = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly fax: string;
  readonly defaultPortal: string;
  /** Null before the password was set. */
  secret: Secret | null;
  readonly practitioners: string[];
  timeZone: string | null;
};

type CaseDocument = {
  readonly id: string;
  readonly name: string;
  readonly source: 'upload' | 'fax';
  readonly at: number;
};

/** One case of the delegate. Instants are epoch ms. */
export type CaseFileState = {
  readonly id: string;
  readonly user: string;
  line: string;
  build: CaseBuild;
  readonly startedAt: number;
  gatedAt: number | null;
  saved: boolean;
  cancelled: boolean;
  routine: boolean | null;
  readonly documents: CaseDocument[];
  readonly answers: Record<string, string>;
  readonly answeredPages: Set<string>;
  additional: { readonly choice: string; readonly notes: string | null } | null;
  submittedAt: number | null;
  priority: 'standard' | 'urgent' | null;
  criteriaMet: boolean | null;
  /** The last request for information, and whether it was answered. */
  information: { readonly at: number; readonly dueAt: number | null; receivedAt: number | null } | null;
  readonly determinations: (Determined & { readonly at: number })[];
  withdrawn: boolean;
  reconsideration: {
    readonly state: 'open' | 'pending' | 'decided' | 'abandoned';
    readonly by: string;
    readonly at: number;
    /** Documents that were there when it was opened. */
    readonly documentsBefore: number;
    readonly confirmed: boolean;
  } | null;
  /** How many reconsiderations were decided. */
  reconsidered: number;
  readonly notes: { readonly at: number; readonly by: string; readonly text: string }[];
  readonly notices: (Omit<DelegateNotice, 'seq' | 'at' | 'request'> & { readonly at: number })[];
  updatedAt: number;
};

export type Appointment = {
  readonly id: string;
  readonly user: string;
  readonly requestedAt: number;
  readonly cases: { readonly caseNumber: string; level: ReviewLevel; outcome: string | null }[];
  readonly contact: PeerContact;
  preferences: Preferences;
  revision: number;
  slot: string;
  reviewer: string;
  start: number;
  end: number;
  state: AppointmentState;
  notice: string | null;
  cancelReason: string | null;
};

export type DelegateState = {
  readonly accounts: Map<string, PracticeAccount>;
  /** Tokens of mails that set a password, by token. */
  readonly tokens: Map<string, string>;
  readonly cases: Map<string, CaseFileState>;
  readonly appointments: Map<string, Appointment>;
};

export const openDelegate = ({ delegation }: World): DelegateState => ({
  accounts: new Map(
    (delegation?.accounts ?? []).map((one) => [
      one.id,
      {
        id: one.id,
        name: one.name,
        email: one.email,
        phone: one.phone,
        fax: one.fax,
        defaultPortal: 'CareCore National',
        secret: { plain: one.password },
        practitioners: [...one.practitioners],
        timeZone: one.timeZone ?? null,
      },
    ]),
  ),
  tokens: new Map(),
  cases: new Map(),
  appointments: new Map(),
});

const NOBODY: Delegation = {
  name: '',
  plans: [],
  appeals: '',
  practitioners: [],
  sites: [],
  accounts: [],
  staff: [],
  cancerTypes: [],
  questionnaires: [],
  coverageRules: [],
  legacy: [],
  reviewers: [],
};
/** The delegation of a world, or one of nobody. */
export const delegationOf = ({ world }: { readonly world: World }): Delegation => world.delegation ?? NOBODY;

export const lastDetermination = (file: CaseFileState) => file.determinations.at(-1) ?? null;

/** The state of a case at an instant. A draft expires by time alone; `lapsed` says whether it has. */
export function stateOf(file: CaseFileState, lapsed: boolean): CaseStateName {
  if (file.withdrawn) return 'withdrawn';
  if (file.reconsideration?.state === 'pending') return 'reconsideration-pending';
  const made = lastDetermination(file);
  if (made) return made.outcome;
  if (file.submittedAt !== null)
    return file.information && file.information.receivedAt === null
      ? 'information-requested'
      : 'clinical-review';
  if (file.cancelled) return 'cancelled';
  if (lapsed) return 'expired';
  return file.saved ? 'saved' : 'in-progress';
}

/** The live or last appointment of a case. */
export function appointmentOf(
  { delegate }: { readonly delegate: DelegateState },
  caseNumber: string,
): Appointment | null {
  const own = [...delegate.appointments.values()].filter(({ cases }) =>
    cases.some((one) => one.caseNumber === caseNumber),
  );
  return own.find((one) => one.state === 'scheduled') ?? own.at(-1) ?? null;
}
