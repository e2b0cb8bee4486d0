import type { Without } from '../../contract/index.ts';
import type { RequestEvent } from '../core/event.ts';
import { notesOf, type PortalState, type RequestState } from '../core/state.ts';
import { inNetwork, procedureOf } from '../request-entry/requirements.ts';
import type { Finding } from './review.ts';

/** An event that the desk will record about a request, before it is known when. */
export type Prepared = Without<RequestEvent, 'at' | 'request'>;

const NURSE = { role: 'nurse', user: null } as const;
const PHYSICIAN = { role: 'physician', user: null } as const;
const FACTORS = [
  'age',
  'comorbidities',
  'complications',
  'progress of treatment',
  'psychosocial situation',
  'home and family',
];

/** The delegate that reviews behavioral health, where a request is for it. Section 7, Behavioral Health. */
export function behavioralDelegate(state: PortalState, { accepted }: RequestState): string | null {
  if (procedureOf(state.world, accepted.procedure)?.category !== 'behavioral-health') return null;
  const delegate = state.world.delegates?.find(
    ({ role, categories }) => role === 'decides' && categories.includes('behavioral-health'),
  );
  return delegate?.id ?? null;
}

/** What a reviewer notes. Section 7, Concurrent Review and Medical Necessity Decision-Making. */
function note(state: PortalState, request: RequestState, finding: Finding): Prepared {
  const { accepted } = request;
  const procedure = procedureOf(state.world, accepted.procedure);
  const met = finding.outcome === 'approved' && procedure?.override !== true;
  const inpatient = accepted.setting === 'inpatient';
  return {
    type: 'reviewed',
    by: request.reconsideration ? PHYSICIAN : NURSE,
    criteria: procedure?.criteria ?? null,
    criteriaMet: met,
    factors: FACTORS,
    memberNeeds: 'Weighed with what the request says about the member.',
    localResources: 'Weighed with what the service area offers.',
    benefitCovered: !finding.reason.endsWith('-benefit'),
    eligible: true,
    levelOfCare: accepted.setting,
    certifiedDays: inpatient ? finding.unitsGranted : null,
    estimatedStay: inpatient ? accepted.units : null,
    question: procedure?.questioned === true,
    definition: {
      appropriate: finding.outcome !== 'denied',
      effective: finding.outcome !== 'denied',
      evidence: false,
    },
  };
}

type Consulted = Extract<Prepared, { type: 'consulted' }>;

function consultations(state: PortalState, request: RequestState, finding: Finding): Prepared[] {
  const procedure = procedureOf(state.world, request.accepted.procedure);
  const found: Consulted[] = [];
  const ask = (role: 'consults' | 'supports', because: Consulted['because']): void => {
    const organization = state.world.delegates?.find((one) => one.role === role)?.id;
    if (organization) found.push({ type: 'consulted', organization, because });
  };
  if (procedure?.category === 'spinal-surgery') ask('consults', 'spinal-surgery');
  if (procedure?.complex && finding.outcome !== 'approved') {
    found.push({ type: 'consulted', organization: 'network-specialist', because: 'complex' });
  }
  if (procedure?.technology && finding.outcome !== 'approved') {
    found.push({ type: 'consulted', organization: 'network-specialist', because: 'new-technology' });
  }
  if (!request.circumstances.has('reviewers-unavailable')) return found;
  ask('supports', 'reviewers-unavailable');
  const organization = found.at(-1)?.organization;
  const contact: Prepared = {
    type: 'reached-out',
    by: { ...PHYSICIAN, ...(organization ? { organization } : {}) },
    to: 'requesting-provider',
    about: 'question',
    respondBy: null,
  };
  return [...found, contact];
}

/** What an approval outside the network needs. Section 7, Out-of-Network Requests, All Members. */
function outsideSteps(state: PortalState, request: RequestState, finding: Finding): Prepared[] {
  const { affiliation, start } = request.accepted;
  if (inNetwork(state.world, affiliation, start) || finding.outcome === 'denied') return [];
  return [
    { type: 'profile-checked', affiliation },
    { type: 'obligations-told', affiliation },
    { type: 'agreement-signed', agreement: `LOA-${request.id}` },
  ];
}

/**
 * Everything that goes before a decision: the nurse's review, and where it may be a denial for medical
 * necessity, a call to the treating provider and the offer to discuss it with a physician.
 */
export function preparation(
  state: PortalState,
  request: RequestState,
  decideAt: number,
  finding: Finding,
): Prepared[] {
  const medicalDenial = finding.basis === 'medical-necessity' && finding.outcome !== 'approved';
  const review = note(state, request, finding);
  const events: Prepared[] = [review];
  if (review.type === 'reviewed' && review.question)
    events.push({
      type: 'reached-out',
      by: NURSE,
      to: 'servicing-provider',
      about: 'question',
      respondBy: null,
    });
  if (medicalDenial) {
    const respondBy = new Date(decideAt).toISOString();
    events.push({
      type: 'reached-out',
      by: NURSE,
      to: 'requesting-provider',
      about: 'potential-denial',
      respondBy,
    });
    events.push({ type: 'discussion-offered', by: PHYSICIAN, to: 'requesting-provider' });
  }
  events.push(...consultations(state, request, finding), ...outsideSteps(state, request, finding));
  if (request.accepted.setting === 'inpatient') events.push({ type: 'discharge-planned' });
  return events;
}

/** Whether a review finds something else than what the last one prepared for. */
export function isOvertaken(request: RequestState, { outcome, basis }: Finding): boolean {
  const last = notesOf(request, 'prepared').at(-1);
  return last !== undefined && (last.outcome !== outcome || last.basis !== basis);
}
