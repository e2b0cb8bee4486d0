import { localDate } from '../../calendar/calendar.ts';
import type { Submission } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { CommandOf } from '../core/command.ts';
import type { Accepted, DomainEvent } from '../core/event.ts';
import type { Parts } from '../core/parts.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { type PortalState, type RequestState, withoutReview } from '../core/state.ts';
import { calendarOf } from '../time-frames/limits.ts';
import { flagsOf } from './flags.ts';

/** A review form for enteral nutrition counts once it names product and quantity. Section 7, Enteral Products. */
const namesProduct = (form: Submission['enteral']): boolean => Boolean(form?.product && form.quantity);

/** What the portal fills in: the site, and that a service which is over is reviewed retrospectively. */
export function complete(draft: Submission, site: string, today: string): Accepted {
  const referral = draft.type === 'referral';
  const asked = draft.reviewType ?? 'preservice';
  return {
    type: draft.type,
    reviewType: referral ? 'preservice' : draft.end < today ? 'retrospective' : asked,
    urgency: referral ? null : (draft.urgency ?? 'standard'),
    setting: referral ? null : (draft.setting ?? 'outpatient'),
    member: draft.member,
    site,
    requester: draft.requester,
    service: draft.service,
    provider: draft.servicing.provider,
    affiliation: draft.servicing.affiliation,
    servicingContact: draft.servicing.contact,
    diagnoses: draft.diagnoses,
    procedure: draft.procedure,
    units: draft.units,
    start: draft.start,
    end: draft.end,
    remarks: draft.remarks ?? '',
    information: (draft.information ?? []).filter(
      (item) => item !== 'enteral-review-form' || namesProduct(draft.enteral),
    ),
    channel: 'portal',
    emergent: draft.emergent === true || draft.notification !== undefined,
    notification: draft.notification ?? null,
    enteral: draft.enteral ?? null,
    outside: null,
    delegate: null,
  };
}

type Taking = {
  readonly id: string;
  readonly user: string;
  readonly key: string | null;
  readonly accepted: Accepted;
  readonly flags: readonly string[];
  readonly now: number;
  readonly deferral?: { readonly receipt: string; readonly at: number; readonly until: number };
};

/** The observation that a stay says it came from: one of the same member that the same site told of. */
function observationOf(state: PortalState, { notification, member, site }: Accepted): RequestState | null {
  const named = state.requests.get(notification?.from ?? '');
  const observation = named?.accepted.notification?.kind === 'observation';
  return observation && named.accepted.member === member && named.accepted.site === site ? named : null;
}

/** The events by which a request is taken: with a number, a status, and for a referral its approval. */
export function take(state: PortalState, taking: Taking): DomainEvent[] {
  const { id, user, key, accepted, flags, now, deferral } = taking;
  const about = { at: now, request: id };
  const received: DomainEvent = {
    ...about,
    type: 'received',
    user,
    key,
    accepted,
    flags,
    ...(deferral ? { deferral } : {}),
  };
  const observed = observationOf(state, accepted);
  const closing: DomainEvent[] =
    observed && !observed.closed
      ? [
          { at: now, request: observed.id, type: 'closed', reason: 'level-of-care-change' },
          {
            at: now,
            request: observed.id,
            type: 'status-changed',
            from: observed.status,
            to: 'CLOSED',
            cause: 'closure',
          },
        ]
      : [];
  if (withoutReview(accepted)) {
    const reason =
      accepted.type === 'referral' ? 'The referral meets the entry rules.' : 'The notification is recorded.';
    return [
      received,
      { ...about, type: 'status-changed', from: null, to: 'APPROVED', cause: 'submission' },
      {
        ...about,
        type: 'decided',
        decision: 1,
        reconsideration: false,
        outcome: 'approved',
        basis: 'administrative',
        reason,
        by: { role: 'system', user: null },
        unitsGranted: accepted.units,
      },
      ...closing,
    ];
  }
  const needs = state.world.procedures.find(({ code }) => code === accepted.procedure)?.needs ?? [];
  const form = accepted.channel === 'fax' || accepted.channel === 'mail' ? ['authorization-form'] : [];
  const whole = [...needs, ...form].every((item) => accepted.information.includes(item));
  const to = whole ? 'MEDREVIEW' : 'PEND';
  return [received, { ...about, type: 'status-changed', from: null, to, cause: 'submission' }, ...closing];
}

/** A submission: every entry rule is tried; a repeated key answers the request it made before. */
export function submit(
  state: PortalState,
  { actor, user, draft, key }: CommandOf<'submit'>,
  now: number,
  { parts, pack }: { parts: Parts; pack: Pack },
): DomainEvent[] | Refusal {
  if (actor.kind !== 'provider' || user.kind !== 'provider')
    return refuse('forbidden', 'Requests come from provider users.');
  if (key !== null && state.keys.has(`${user.id}\n${key}`)) return [];
  const today = localDate(calendarOf(pack, 'none'), now);
  const wanted = typeof draft.requestingSite === 'string' ? draft.requestingSite : actor.site;
  const site = user.sites.some((own) => own.site === wanted) ? wanted : actor.site;
  const gate = parts.gates.submit(user, site, String(draft.type));
  if (gate) return gate;
  const errors = parts.checks.flatMap((check) =>
    check.find(draft, { state, user, site, today, figures: pack.figures }),
  );
  if (errors.length > 0) {
    return refuse('invalid', `${errors.length} entries need another look; nothing was recorded.`, errors);
  }
  const accepted = complete(draft as unknown as Submission, wanted, today);
  const flags = flagsOf(accepted, { now, pack, world: state.world });
  const pause = parts.gates.deferredUntil(state, now, pack);
  if (isRefusal(pause)) return pause;
  if (pause) {
    const receipt = `receipt-${state.deferrals.size + 1}`;
    const { at: until, maintenance } = pause;
    return [{ type: 'deferred', at: now, receipt, user: user.id, key, accepted, flags, until, maintenance }];
  }
  return take(state, { id: parts.number(state, today), user: user.id, key, accepted, flags, now });
}

/** A deferred request enters the plan's system: with a number of the day of its submission, and its clock. */
export function processDeferred(
  state: PortalState,
  receipt: string,
  now: number,
  { parts, pack }: { parts: Parts; pack: Pack },
): DomainEvent[] | Refusal {
  const known = state.deferrals.get(receipt);
  if (!known || known.request !== null) return refuse('conflict', `${receipt} does not wait.`);
  const { at, until, user, key, accepted, flags } = known;
  const id = parts.number(state, localDate(calendarOf(pack, 'none'), at));
  return take(state, { id, user, key, accepted, flags, now, deferral: { receipt, at, until } });
}
