import { daysBetween, localDate } from '../../calendar/calendar.ts';
import type { Submission } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { calendarOf } from '../desk/limits.ts';
import type { Parts } from '../parts.ts';
import type { CommandOf } from './command.ts';
import type { Accepted, DomainEvent } from './event.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { PortalState } from './state.ts';

/** What the portal fills in: the site, and that a service which is over is reviewed retrospectively. */
function complete(draft: Submission, site: string, today: string): Accepted {
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
    information: draft.information ?? [],
  };
}

/** A referral told more than 90 days after the first visit is taken and flagged. Section 7, Referrals. */
const flagsOf = (accepted: Accepted, today: string): string[] =>
  accepted.type === 'referral' && daysBetween(accepted.start, today) > 90 ? ['referral-told-late'] : [];

/** A submission: every entry rule is tried; a repeated key answers the request it made before. */
export function submit(
  state: PortalState,
  { actor, draft, key }: CommandOf<'submit'>,
  now: number,
  { parts, pack }: { parts: Parts; pack: Pack },
): DomainEvent[] | Refusal {
  if (actor.kind !== 'provider') return refuse('forbidden', 'Requests come from provider users.');
  const user = state.world.users.find(({ id }) => id === actor.user);
  if (user?.kind !== 'provider') return refuse('forbidden', 'Requests come from provider users.');
  if (key !== null && state.keys.has(`${user.id}\n${key}`)) return [];
  const today = localDate(calendarOf(pack, 'none'), now);
  const wanted = typeof draft.requestingSite === 'string' ? draft.requestingSite : actor.site;
  const site = user.sites.some((own) => own.site === wanted) ? wanted : actor.site;
  const gate = parts.gates.submit(user, site, String(draft.type));
  if (gate) return gate;
  const errors = parts.checks.flatMap((check) => check.find(draft, { state, user, site, today }));
  if (errors.length > 0) {
    return refuse('invalid', `${errors.length} entries need another look; nothing was recorded.`, errors);
  }
  const accepted = complete(draft as unknown as Submission, wanted, today);
  const id = parts.number(state, today);
  const about = { at: now, request: id };
  const received: DomainEvent = {
    ...about,
    type: 'received',
    user: user.id,
    key,
    accepted,
    flags: flagsOf(accepted, today),
  };
  if (accepted.type === 'referral') {
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
        reason: 'The referral meets the entry rules.',
        by: { role: 'system', user: null },
        unitsGranted: accepted.units,
      },
    ];
  }
  const needs = state.world.procedures.find(({ code }) => code === accepted.procedure)?.needs ?? [];
  const to = needs.every((item) => accepted.information.includes(item)) ? 'MEDREVIEW' : 'PEND';
  return [received, { ...about, type: 'status-changed', from: null, to, cause: 'submission' }];
}
