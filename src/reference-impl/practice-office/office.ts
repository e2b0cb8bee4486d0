import { localDate } from '../../calendar/calendar.ts';
import type { Injection } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { DomainEvent } from '../core/event.ts';
import { fieldError, type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import { calendarOf } from '../time-frames/limits.ts';
import type { OfficeCommand } from './command.ts';
import type { OfficeEvent } from './event.ts';

/** Whether a PCP's office may give a member another PCP: one of the same site, whose panel is open. */
export function mayCorrectPcp(
  state: PortalState,
  { member, provider }: { readonly member: string; readonly provider: string },
  site: string,
): Refusal | null {
  const known = state.members.get(member);
  if (known?.pcp.site !== site)
    return refuse('not-found', `There is no member ${member} on the panel of this site.`);
  const wanted = state.world.providers.find(({ id }) => id === provider);
  const sameSite = wanted?.affiliations.some((own) => own.site === site) === true;
  return sameSite && wanted?.panel === 'open'
    ? null
    : refuse('invalid', 'The record was not changed.', [
        fieldError(
          'provider',
          'not-allowed',
          'choose a PCP of this site with an open panel; else the member calls',
        ),
      ]);
}

type Gates = { readonly correctPcp: typeof mayCorrectPcp };

export function decideOffice(
  state: PortalState,
  command: OfficeCommand,
  at: number,
  gates: Gates,
): OfficeEvent[] | Refusal {
  const { site } = command;
  switch (command.do) {
    case 'register-payment':
      return state.office.electronic.has(site)
        ? refuse('conflict', 'This site is registered already.')
        : [{ type: 'electronic-payment-registered', at, site }];
    case 'ask-enrollment': {
      const change = `change-${state.office.enrollment.size + 1}`;
      return [{ type: 'enrollment-submitted', at, change, site, user: command.user, asked: command.asked }];
    }
    case 'correct-pcp': {
      const refusal = gates.correctPcp(state, command.correction, site);
      return refusal ?? [{ type: 'pcp-changed', at, site, ...command.correction }];
    }
  }
}

type Arrival<K extends Injection['kind']> = Extract<Injection, { kind: K }>;

function enrollmentDecided(
  state: PortalState,
  { change, state: to }: Arrival<'enrollment-decision'>,
  at: number,
): DomainEvent[] | Refusal {
  const known = state.office.enrollment.get(change);
  if (!known) return refuse('not-found', `There is no enrollment change ${change}.`);
  const moved: DomainEvent = { type: 'enrollment-moved', at, change, state: to };
  if (to !== 'completed' && to !== 'rejected') return [moved];
  const email = state.accounts.get(known.user)?.email || known.user;
  const text = `Your enrollment request ${change} is ${to}. Sign in to the provider portal for details.`;
  const subject = 'Your enrollment request';
  return [moved, { type: 'mail-sent', at, request: change, to: email, subject, text }];
}

/** What arrives for offices from outside. */
export function officeArrival(
  state: PortalState,
  arrival: Arrival<
    'enrollment-decision' | 'electronic-payment-completed' | 'payment-run' | 'member-call' | 'visit'
  >,
  at: number,
): DomainEvent[] | Refusal {
  switch (arrival.kind) {
    case 'enrollment-decision':
      return enrollmentDecided(state, arrival, at);
    case 'electronic-payment-completed':
      return state.office.electronic.has(arrival.site)
        ? [{ type: 'electronic-payment-completed', at, site: arrival.site }]
        : refuse('conflict', `${arrival.site} has not registered.`);
    case 'payment-run': {
      const electronic = state.office.electronic.get(arrival.site) === 'complete';
      const request = `payment-${state.office.paid + 1}`;
      const method = electronic ? ('electronic' as const) : ('check' as const);
      const paper = !electronic;
      return [{ type: 'payment-made', at, request, site: arrival.site, method, paperExplanation: paper }];
    }
    case 'member-call': {
      if (!state.members.has(arrival.member))
        return refuse('not-found', `There is no member ${arrival.member}.`);
      const { member, provider, site } = arrival;
      return [{ type: 'pcp-changed', at, member, provider, site }];
    }
    case 'visit':
      return [];
  }
}

/** Applies what happened to offices. */
export function evolveOffice(state: PortalState, event: OfficeEvent, pack: Pack): void {
  const { electronic, enrollment, transactions } = state.office;
  switch (event.type) {
    case 'electronic-payment-registered':
      electronic.set(event.site, 'pending');
      break;
    case 'electronic-payment-completed':
      electronic.set(event.site, 'complete');
      break;
    case 'enrollment-submitted': {
      const { change, site, user, asked } = event;
      enrollment.set(change, { ...asked, change, site, user, state: 'submitted' });
      break;
    }
    case 'enrollment-moved': {
      const known = enrollment.get(event.change);
      if (known) known.state = event.state;
      break;
    }
    case 'pcp-changed': {
      const { member: id, provider, site, at } = event;
      const member = state.members.get(id);
      if (!member) break;
      const effective = localDate(calendarOf(pack, 'none'), at);
      if (member.pcp.site !== site) {
        transactions.push({ member: id, site: member.pcp.site, transaction: 'pcp-out', effective });
        transactions.push({ member: id, site, transaction: 'pcp-in', effective });
      }
      state.members.set(id, { ...member, pcp: { provider, site } });
      break;
    }
  }
}
