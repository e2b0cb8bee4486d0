import { localDate } from '../../calendar/calendar.ts';
import type { Pack } from '../../rulebook/index.ts';
import { isAccountCommand } from '../accounts/command.ts';
import { decideAccount } from '../accounts/decide.ts';
import { decideDelegate } from '../delegate/decide.ts';
import { safeName } from '../documents/document.ts';
import { isOfficeCommand } from '../practice-office/command.ts';
import { decideOffice } from '../practice-office/office.ts';
import { processDeferred, submit } from '../request-entry/submit.ts';
import { determine } from '../reviews/determine.ts';
import { revise } from '../revisions/revise.ts';
import { calendarOf } from '../time-frames/limits.ts';
import type { Actor } from './actor.ts';
import { inject } from './arrivals.ts';
import type { Command, CommandOf } from './command.ts';
import type { DomainEvent } from './event.ts';
import type { Parts } from './parts.ts';
import { type Refusal, refuse } from './refusal.ts';
import { missingInformation, notesOf, type PortalState, type RequestState } from './state.ts';

type Outcome = DomainEvent[] | Refusal;
type Rules = { readonly parts: Parts; readonly pack: Pack };

const unknown = (id: string): Refusal => refuse('not-found', `There is no request ${id}.`);

/** The request of a command, for someone who may see all of it. */
function ownRequest(
  state: PortalState,
  id: string,
  actor: Actor,
  { parts }: Rules,
  revising = false,
): RequestState | Refusal {
  const request = state.requests.get(id);
  if (!request) return unknown(id);
  if (actor.kind === 'staff') return request;
  const access = parts.gates.see(state, request, actor.site);
  const may = revising ? parts.gates.reviser(request, actor.site) : access === 'full';
  if (may && access !== 'nothing') return request;
  return access === 'nothing' ? unknown(id) : refuse('forbidden', 'Only the requesting site may do this.');
}

function supply(state: PortalState, request: RequestState, items: readonly string[], now: number): Outcome {
  const events: DomainEvent[] = [{ type: 'information-received', at: now, request: request.id, items }];
  const missing = missingInformation(state, request).filter((item) => !items.includes(item));
  if (missing.length === 0 && request.status === 'PEND') {
    events.push({
      type: 'status-changed',
      at: now,
      request: request.id,
      from: 'PEND',
      to: 'MEDREVIEW',
      cause: 'information',
    });
  }
  return events;
}

function ask(request: RequestState, items: readonly string[], now: number): Outcome {
  if (request.closed || request.determinations.length > 0)
    return refuse('conflict', 'This request is already decided.');
  const events: DomainEvent[] = [{ type: 'information-requested', at: now, request: request.id, items }];
  const needsMore = items.some((item) => !request.supplied.has(item));
  if (needsMore && request.status === 'MEDREVIEW') {
    events.push({
      type: 'status-changed',
      at: now,
      request: request.id,
      from: 'MEDREVIEW',
      to: 'PEND',
      cause: 'information',
    });
  }
  return events;
}

const ADDRESSES = {
  'requesting-provider': 'requesting site',
  'servicing-provider': 'servicing site',
  member: 'member’s address',
} as const;

function staffAct(
  state: PortalState,
  command: Command & { actor: Actor; request: string },
  now: number,
  rules: Rules,
): Outcome {
  const request = ownRequest(state, command.request, command.actor, rules);
  if ('refused' in request) return request;
  const gate = rules.parts.gates.staffOnly(command.actor.kind === 'staff');
  if (gate) return gate;
  const about = { at: now, request: request.id };
  switch (command.do) {
    case 'ask':
      return ask(request, command.items, now);
    case 'call': {
      const { decision, to, result } = command;
      if (!request.determinations[decision - 1])
        return refuse('conflict', `There is no decision ${decision} yet.`);
      const site = state.world.sites.find(({ id }) => id === request.accepted.site);
      return [{ ...about, type: 'called', decision, to, phone: site?.phone ?? '', result }];
    }
    case 'write': {
      const { decision, to, sections } = command;
      if (!request.determinations[decision - 1])
        return refuse('conflict', `There is no decision ${decision} yet.`);
      return [{ ...about, type: 'letter-sent', decision, to, address: ADDRESSES[to], sections }];
    }
    case 'close':
      if (request.closed) return refuse('conflict', 'This request is already closed.');
      return [
        { ...about, type: 'closed', reason: command.reason },
        { ...about, type: 'status-changed', from: request.status, to: 'CLOSED', cause: 'closure' },
      ];
    case 'discuss': {
      const role = command.actor.kind === 'staff' ? command.actor.role : 'system';
      const refusal = rules.parts.gates.discuss(role);
      if (refusal) return refusal;
      return [{ ...about, type: 'discussion-held', by: { role, user: command.actor.user } }];
    }
    case 'note':
      return command.events.map((event) => ({ ...event, ...about }));
    default:
      return refuse('malformed', 'This is not an act of the staff.');
  }
}

function providerAct(
  state: PortalState,
  command:
    | CommandOf<'supply'>
    | CommandOf<'reconsider'>
    | CommandOf<'revise'>
    | CommandOf<'appeal'>
    | CommandOf<'attach'>,
  now: number,
  rules: Rules,
): Outcome {
  const revising = command.do === 'revise';
  const request = ownRequest(state, command.request, command.actor, rules, revising);
  if ('refused' in request) return request;
  const today = localDate(calendarOf(rules.pack, 'none'), now);
  if (command.do === 'supply')
    return rules.parts.gates.supply(request) ?? supply(state, request, command.items, now);
  if (command.do === 'revise') {
    const { revision } = command;
    return rules.parts.gates.revise(request, revision, today, rules.pack) ?? revise(request, revision, now);
  }
  if (command.do === 'attach') {
    const { upload } = command;
    const refusal = rules.parts.gates.attach(upload, request, today, rules.pack);
    if (refusal) return refusal;
    const document = `document-${notesOf(request, 'document-attached').length + 1}`;
    const name = safeName(upload.name, upload.kind ?? 'bin');
    const about = { at: now, request: request.id };
    return [{ ...about, type: 'document-attached', ...upload, name, document, source: 'upload' }];
  }
  if (command.do === 'appeal') {
    const made = request.determinations[command.decision - 1];
    if (!made) return refuse('conflict', `There is no decision ${command.decision} yet.`);
    const by = command.actor.user ?? '';
    return (
      rules.parts.gates.appeal(request, made) ?? [
        { at: now, request: request.id, type: 'appeal-filed', about: command.decision, by },
      ]
    );
  }
  const refusal = rules.parts.gates.reconsider(request);
  if (refusal) return refusal;
  const about = request.determinations.length;
  return [
    {
      type: 'reconsideration-requested',
      at: now,
      request: request.id,
      about,
      user: command.actor.user ?? '',
    },
  ];
}

function chooseSite({ token, site, user }: CommandOf<'choose-site'>, now: number, { parts }: Rules): Outcome {
  if (user.kind !== 'provider') return refuse('forbidden', 'Only provider users have sites.');
  return parts.gates.chooseSite(user, site) ?? [{ type: 'site-chosen', at: now, token, site }];
}

/** What a command makes happen at an instant (epoch ms), or why it is refused. It changes nothing. */
export function decide(state: PortalState, command: Command, now: number, rules: Rules): Outcome {
  if (isAccountCommand(command)) return decideAccount(state, command, now, rules);
  if (isOfficeCommand(command)) return decideOffice(state, command, now, rules.parts.gates);
  switch (command.do) {
    case 'delegate':
      return decideDelegate(state, command, now, { gates: rules.parts.delegate, pack: rules.pack });
    case 'open-world':
      return [{ type: 'world-opened', at: now, world: command.world }];
    case 'move-clock':
      return now < state.now
        ? refuse(
            'clock-backward',
            `The clock stands at ${new Date(state.now).toISOString()} and only moves forward.`,
          )
        : [{ type: 'clock-moved', at: now }];
    case 'choose-site':
      return chooseSite(command, now, rules);
    case 'inject':
      return inject(state, command, now, rules);
    case 'process':
      return processDeferred(state, command.receipt, now, rules);
    case 'submit':
      return submit(state, command, now, rules);
    case 'decide': {
      const request = ownRequest(state, command.request, command.actor, rules);
      return 'refused' in request ? request : determine(state, request, command, now, rules);
    }
    case 'supply':
    case 'reconsider':
    case 'revise':
    case 'appeal':
    case 'attach':
      return providerAct(state, command, now, rules);
    case 'send-criteria': {
      const { criteria, actor } = command;
      const to = actor.user ?? '';
      return [{ at: now, request: criteria, type: 'criteria-sent', criteria, to }];
    }
    case 'announce': {
      const { procedure, effectiveFrom } = command;
      const request = `grid-${procedure}`;
      return [{ at: now, request, type: 'announced', procedure, effectiveFrom, by: 'website' }];
    }
    case 'retrieve':
      return [{ at: now, request: command.message, type: 'message-retrieved', message: command.message }];
    default:
      return staffAct(state, command, now, rules);
  }
}
