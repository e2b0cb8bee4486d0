import { localDate } from '../../calendar/calendar.ts';
import type { Injection } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { filed } from '../case-decision/review.ts';
import { faxedAs } from '../documents/document.ts';
import { officeArrival } from '../practice-office/office.ts';
import { pdfOf } from '../practice-office/views.ts';
import { flagsOf } from '../request-entry/flags.ts';
import { inNetwork, procedureOf } from '../request-entry/requirements.ts';
import { complete, take } from '../request-entry/submit.ts';
import { determine } from '../reviews/determine.ts';
import { calendarOf } from '../time-frames/limits.ts';
import type { CommandOf } from './command.ts';
import type { Accepted, DomainEvent } from './event.ts';
import type { Parts } from './parts.ts';
import { type Refusal, refuse } from './refusal.ts';
import { notesOf, type PortalState, type RequestState } from './state.ts';

type Rules = { readonly parts: Parts; readonly pack: Pack };
type Arrival<K extends Injection['kind']> = Extract<Injection, { kind: K }>;
type Result = DomainEvent[] | Refusal;

/** A request by fax, mail or telephone: it gets a number, a status and a clock like any other. */
function paper(state: PortalState, arrival: Arrival<'paper-request'>, now: number, rules: Rules): Result {
  const gate = rules.parts.gates.paper(state, arrival);
  if (gate) return gate;
  const today = localDate(calendarOf(rules.pack, 'none'), now);
  const base = complete(arrival.draft, arrival.site, today);
  const form = arrival.form?.complete === true ? ['authorization-form'] : [];
  const outside = !inNetwork(state.world, base.affiliation, base.start);
  const accepted: Accepted = {
    ...base,
    // A referral outside the network passes prior authorization too, so it needs what chooses a clock.
    ...(outside ? { urgency: base.urgency ?? 'standard', setting: base.setting ?? 'outpatient' } : {}),
    channel: arrival.channel,
    information: [...base.information, ...form],
    outside: {
      ground: arrival.ground ?? null,
      delay: arrival.delay ?? null,
      pcpFinding: arrival.pcpFinding === true,
    },
  };
  const id = rules.parts.number(state, today);
  const flags = flagsOf(accepted, { now, pack: rules.pack, world: state.world });
  const taken = take(state, { id, user: `paper:${arrival.site}`, key: null, accepted, flags, now });
  return rules.parts.gates.forDelegate(state, accepted) ? [...taken, ...closing(id, taken, now)] : taken;
}

/** A request that belongs to a delegate is closed; the plan does not decide it. */
function closing(id: string, taken: readonly DomainEvent[], now: number): DomainEvent[] {
  const given = taken.find((event) => event.type === 'status-changed');
  const from = given?.type === 'status-changed' ? given.to : 'PEND';
  return [
    { at: now, request: id, type: 'closed', reason: 'administrative-error' },
    { at: now, request: id, type: 'status-changed', from, to: 'CLOSED', cause: 'closure' },
  ];
}

/** What a delegate decided, told to the plan. A denial that it may not make is the plan's to decide. */
function fromDelegate(
  state: PortalState,
  arrival: Arrival<'delegate-decision'>,
  now: number,
  { parts }: Rules,
): Result {
  const delegate = state.world.delegates?.find(({ id }) => id === arrival.delegate);
  if (!delegate) return refuse('not-found', `There is no delegate ${arrival.delegate}.`);
  const { site, member, provider, affiliation, procedure, units, start, end, outcome, number } = arrival;
  if (state.requests.has(number)) return refuse('conflict', `There is a request ${number} already.`);
  const accepted: Accepted = {
    type: 'outpatient',
    reviewType: 'preservice',
    urgency: 'standard',
    setting: 'outpatient',
    member,
    site,
    requester: { name: delegate.name, phone: '' },
    service: 'delegated service',
    provider,
    affiliation,
    servicingContact: { name: delegate.name, phone: '' },
    diagnoses: [],
    procedure,
    units,
    start,
    end,
    remarks: '',
    information: procedureOf(state.world, procedure)?.needs ?? [],
    channel: 'delegate',
    emergent: false,
    notification: null,
    enteral: null,
    outside: null,
    delegate: delegate.id,
  };
  const about = { at: now, request: number };
  const taken: DomainEvent[] = [
    { ...about, type: 'received', user: `delegate:${delegate.id}`, key: null, accepted, flags: [] },
    { ...about, type: 'status-changed', from: null, to: 'MEDREVIEW', cause: 'submission' },
  ];
  if (!parts.gates.delegateDecides(delegate, outcome)) return taken;
  const denied = outcome === 'denied';
  return [
    ...taken,
    {
      ...about,
      type: 'decided',
      decision: 1,
      reconsideration: false,
      outcome,
      basis: 'medical-necessity',
      reason: 'Decided by the delegate.',
      by: { role: arrival.role, user: null, organization: delegate.id },
      unitsGranted: denied ? 0 : units,
    },
    {
      ...about,
      type: 'status-changed',
      from: 'MEDREVIEW',
      to: denied ? 'DENIED' : 'APPROVED',
      cause: 'decision',
    },
  ];
}

/** What happens to a member, and what the plan does about it at once. Section 7, Concurrent and Retrospective Review. */
function circumstance(request: RequestState, { what }: Arrival<'care-event'>, now: number): DomainEvent[] {
  const about = { at: now, request: request.id };
  const events: DomainEvent[] = [{ ...about, type: 'circumstance', what }];
  const undecided = request.determinations.length === 0;
  if (what === 'discharged' && undecided && request.accepted.reviewType === 'concurrent')
    events.push({ ...about, type: 'record-requested' });
  if (what === 'quality-concern') events.push({ ...about, type: 'referred-on', to: 'quality-review' });
  if (what === 'suited-to-care-management')
    events.push({ ...about, type: 'referred-on', to: 'care-management' });
  if (what === 'aftercare-asked') events.push({ ...about, type: 'aftercare-answered' });
  return events;
}

/** A faxed document is filed under the number on its sheet; without one a person has to find its request. */
function fax(
  state: PortalState,
  { request: id, text }: Arrival<'fax'>,
  sha256: string,
  now: number,
  { pack }: Rules,
): Result {
  const request = state.requests.get(id ?? '');
  if (!request) return [{ type: 'fax-unmatched', at: now, sha256 }];
  const document = `document-${notesOf(request, 'document-attached').length + 1}`;
  const { name, description } = faxedAs(request, now, pack);
  const bytes = new TextEncoder().encode(pdfOf([text])).byteLength;
  const filed = { document, name, description, bytes, kind: 'pdf', sha256, source: 'fax' as const };
  return [{ at: now, request: request.id, type: 'document-attached', ...filed }];
}

/** Something happens to the portal from outside. */
export function inject(
  state: PortalState,
  { injection, sha256 = '' }: CommandOf<'inject'>,
  now: number,
  rules: Rules,
): Result {
  switch (injection.kind) {
    case 'eligibility-feed':
      if (!state.members.has(injection.member))
        return refuse('not-found', `There is no member ${injection.member}.`);
      return [{ type: 'coverage-changed', at: now, member: injection.member, coverage: injection.coverage }];
    case 'plan-decision': {
      const user = state.world.users.find(({ id }) => id === injection.by);
      const request = state.requests.get(injection.request);
      if (!request) return refuse('not-found', `There is no request ${injection.request}.`);
      if (user?.kind !== 'staff') return refuse('invalid', `${injection.by} is not of the plan’s staff.`);
      const actor = { kind: 'staff', user: user.id, role: user.role } as const;
      return determine(
        state,
        request,
        { do: 'decide', actor, request: request.id, decision: injection.decision },
        now,
        rules,
      );
    }
    case 'claim': {
      const { id } = injection;
      const result = rules.parts.adjudicate(state, injection, rules.pack);
      return [{ type: 'claim-adjudicated', at: now, request: id, claim: id, ...result }];
    }
    case 'paper-request':
      return paper(state, injection, now, rules);
    case 'delegate-decision':
      return fromDelegate(state, injection, now, rules);
    case 'care-event': {
      const request = state.requests.get(injection.request);
      return request
        ? circumstance(request, injection, now)
        : refuse('not-found', `There is no request ${injection.request}.`);
    }
    case 'message':
      return [{ type: 'message-left', at: now, request: injection.id, message: injection.id }];
    case 'fax':
      return fax(state, injection, sha256, now, rules);
    case 'outage':
      return [
        { type: 'pause-set', at: now, from: now, until: Date.parse(injection.until), maintenance: false },
      ];
    case 'maintenance': {
      const { from, until } = injection;
      const span = { from: Date.parse(from), until: Date.parse(until) };
      return [{ type: 'pause-set', at: now, ...span, maintenance: true }];
    }
    case 'case-fax': {
      const file = state.delegate.cases.get(injection.case);
      if (!file) return refuse('not-found', `There is no case ${injection.case}.`);
      return filed(file, { name: 'fax.pdf', sha256, source: 'fax' }, now);
    }
    case 'case-claim':
      return [];
    default:
      return officeArrival(state, injection, now);
  }
}
