import type {
  DecisionAct,
  Delegate,
  Injection,
  Outcome,
  Permission,
  StaffRole,
  User,
} from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { ACCOUNT_GATES, type AccountGates } from '../accounts/gates.ts';
import { mayAttach } from '../documents/document.ts';
import type { Upload } from '../documents/model.ts';
import { deferredUntil, takenUpAt } from '../maintenance/deferral.ts';
import { mayCorrectPcp } from '../practice-office/office.ts';
import { delegateOf, inNetwork, procedureOf, requirementOf } from '../request-entry/requirements.ts';
import { mayRevise, type Revision } from '../revisions/revise.ts';
import type { Accepted } from './event.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Determination, PortalState, RequestState } from './state.ts';

type PaperRequest = Extract<Injection, { kind: 'paper-request' }>;

type ProviderUser = Extract<User, { kind: 'provider' }>;

/** Who may do what. Each gate answers a refusal, or null to let pass. */
export type Gates = AccountGates & {
  readonly submit: (user: ProviderUser, site: string, type: string) => Refusal | null;
  readonly decide: (role: StaffRole | null, decision: DecisionAct, request: RequestState) => Refusal | null;
  readonly staffOnly: (isStaff: boolean) => Refusal | null;
  readonly see: (
    state: PortalState,
    request: RequestState,
    site: string,
  ) => 'full' | 'verification' | 'nothing';
  readonly reconsider: (request: RequestState) => Refusal | null;
  readonly chooseSite: (user: ProviderUser, site: string) => Refusal | null;
  readonly paper: (state: PortalState, arrival: PaperRequest) => Refusal | null;
  readonly supply: (request: RequestState) => Refusal | null;
  readonly revise: (request: RequestState, revision: Revision, today: string, pack: Pack) => Refusal | null;
  readonly attach: (upload: Upload, request: RequestState, today: string, pack: Pack) => Refusal | null;
  /** Whether a site that may see a request may also revise it. */
  readonly reviser: (request: RequestState, site: string) => boolean;
  /** Whether a site under contract, still or no longer, may look up eligibility. */
  readonly contracted: (state: PortalState, site: string, today: string) => Refusal | null;
  readonly correctPcp: typeof mayCorrectPcp;
  /** Until when no status is given; null where one is given at once. */
  readonly deferredUntil: (
    ...args: Parameters<typeof deferredUntil>
  ) => ReturnType<typeof deferredUntil> | Refusal;
  readonly takenUpAt: typeof takenUpAt;
  /** Whether a document of a request is handed out to somebody who has its address. */
  readonly download: (state: PortalState, request: RequestState | undefined, site: string) => boolean;
  /** Whether something that the plan keeps for one site is handed out at another. */
  readonly ofOffice: (site: string, current: string, what: 'payment' | 'document') => boolean;
  readonly appeal: (request: RequestState, made: Determination) => Refusal | null;
  readonly discuss: (role: StaffRole) => Refusal | null;
  /** Whether a paper request is for a delegate to decide, and not for the plan. */
  readonly forDelegate: (state: PortalState, accepted: Accepted) => boolean;
  /** Whether a delegate's word is a determination. */
  readonly delegateDecides: (delegate: Delegate, outcome: Outcome) => boolean;
};

const HINT = 'Ask the User Administrator of your site for this permission.';

function submit(user: ProviderUser, site: string, type: string): Refusal | null {
  const permissions = user.sites.find((own) => own.site === site)?.permissions ?? [];
  const needed = `submit-${type}` as Permission;
  const known = ['referral', 'outpatient', 'admission'].includes(type);
  return known && !permissions.includes(needed)
    ? refuse('forbidden', `You may not submit a request of type ${type} for this site. ${HINT}`)
    : null;
}

const ADMINISTRATIVE_REASONS = [
  'excluded-benefit',
  'exhausted-benefit',
  'no-prior-authorization',
  'late-notification',
  'missing-clinical-documentation',
];

/** Nurses and physicians approve; only physicians deny for medical necessity, in part too, or reconsider. */
function decide(role: StaffRole | null, decision: DecisionAct, request: RequestState): Refusal | null {
  if (role === null) return refuse('forbidden', 'Only the clinical staff of the plan decides a request.');
  if (role === 'support' || role === 'system') return refuse('forbidden', 'Support staff does not decide.');
  if (request.reconsideration && !physician(role)) {
    return refuse('forbidden', 'A physician conducts a reconsideration.');
  }
  if (decision.basis === 'administrative') {
    return decision.outcome !== 'denied' || ADMINISTRATIVE_REASONS.includes(decision.reason)
      ? null
      : refuse('invalid', `An administrative reason is one of ${ADMINISTRATIVE_REASONS.join(', ')}.`);
  }
  if (decision.outcome === 'approved') {
    return role === 'nurse' || physician(role)
      ? null
      : refuse('forbidden', 'A nurse or a physician approves on medical necessity.');
  }
  return physician(role)
    ? null
    : refuse('forbidden', 'Only a physician denies for medical necessity, in whole or in part.');
}

const physician = (role: StaffRole | null): boolean => role === 'physician' || role === 'medical-director';

const siteOf = (state: PortalState, accepted: Accepted): string | undefined =>
  state.world.providers
    .find(({ id }) => id === accepted.provider)
    ?.affiliations.find(({ id }) => id === accepted.affiliation)?.site;

/**
 * The requesting site sees all, the named servicing site what it needs to verify, others nothing; and nobody
 * sees what has no status yet.
 */
function see(state: PortalState, request: RequestState, site: string): 'full' | 'verification' | 'nothing' {
  if (state.now < request.shownFrom) return 'nothing';
  if (request.accepted.site === site) return 'full';
  return siteOf(state, request.accepted) === site ? 'verification' : 'nothing';
}

/** Reconsideration is for medical-necessity denials of prospective and concurrent requests. */
function reconsider(request: RequestState): Refusal | null {
  const last = request.determinations.at(-1);
  if (!last) return refuse('conflict', 'This request has not been decided yet.');
  if (request.reconsideration) return refuse('conflict', 'A reconsideration is already open.');
  if (request.revision)
    return refuse('conflict', 'A revision is under review; ask again once it is decided.');
  const denied = last.outcome !== 'approved' && last.basis === 'medical-necessity';
  return denied && request.accepted.reviewType !== 'retrospective'
    ? null
    : refuse(
        'not-eligible',
        'Only a medical-necessity denial before or during care is reconsidered; you may appeal.',
      );
}

export const GATES: Gates = {
  ...ACCOUNT_GATES,
  attach: mayAttach,
  reviser: (request, site) => request.accepted.site === site,
  contracted: (state, site, today) => {
    const known = state.world.sites.find(({ id }) => id === site);
    return known?.contractUntil !== undefined && known.contractUntil < today
      ? refuse('forbidden', 'Member information is for contracted providers; the contract has ended.')
      : null;
  },
  correctPcp: mayCorrectPcp,
  deferredUntil,
  takenUpAt,
  download: (state, request, site) => request !== undefined && see(state, request, site) === 'full',
  ofOffice: (site, current) => site === current,
  submit,
  decide,
  staffOnly: (isStaff) => (isStaff ? null : refuse('forbidden', 'Only staff of the plan may do this.')),
  see,
  reconsider,
  chooseSite: (user, site) =>
    user.sites.some((own) => own.site === site)
      ? null
      : refuse('forbidden', `${site} is not one of your sites. ${HINT}`),
  paper: (state, { draft, site }) => {
    if (!state.members.has(draft.member)) return refuse('not-found', `There is no member ${draft.member}.`);
    return state.world.sites.some(({ id }) => id === site)
      ? null
      : refuse('not-found', `There is no site ${site}.`);
  },
  supply: (request) =>
    request.closed || request.determinations.length > 0
      ? refuse('conflict', 'This request is decided; ask for reconsideration instead.')
      : null,
  revise: mayRevise,
  appeal: (_request, made) =>
    made.outcome === 'approved' ? refuse('not-eligible', 'There is nothing to appeal against.') : null,
  discuss: (role) =>
    physician(role) ? null : refuse('forbidden', 'A physician of the plan holds this discussion.'),
  forDelegate: (state, { procedure, affiliation, start, setting, emergent, member }) => {
    const delegate = delegateOf(state.world, procedureOf(state.world, procedure));
    // Outside the network a request is the plan's to take, whoever reviews it.
    if (!delegate || !inNetwork(state.world, affiliation, start)) return false;
    const place = setting ?? 'outpatient';
    const product = state.members.get(member)?.product ?? '';
    const service = { procedure, date: start, place, emergent, product, network: true };
    return requirementOf(state.world, service) === 'prior-authorization';
  },
  delegateDecides: ({ role }, outcome) =>
    role === 'decides' || (role === 'approves-only' && outcome === 'approved'),
};
