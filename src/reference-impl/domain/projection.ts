import type { FeedEvent, OutboxItem, Without } from '../../contract/index.ts';
import type { DomainEvent } from './event.ts';
import type { PortalState } from './state.ts';

const iso = (at: number): string => new Date(at).toISOString();

type Bare = Without<FeedEvent, 'seq' | 'at' | 'request'>;

function bare(event: DomainEvent): Bare | null {
  switch (event.type) {
    case 'received': {
      const { type, reviewType, urgency, setting } = event.accepted;
      return {
        type: 'received',
        requestType: type,
        reviewType,
        ...(urgency ? { urgency } : {}),
        ...(setting ? { setting } : {}),
      };
    }
    case 'information-requested':
    case 'information-received':
      return { type: event.type, items: [...event.items] };
    case 'status-changed':
      return { type: event.type, from: event.from, to: event.to, cause: event.cause };
    case 'decided': {
      const { decision, reconsideration, outcome, basis, reason, by, unitsGranted } = event;
      return {
        type: event.type,
        decision,
        reconsideration,
        outcome,
        basis,
        reason,
        by: { ...by },
        unitsGranted,
      };
    }
    case 'called':
      return { type: event.type, decision: event.decision, to: event.to, result: event.result };
    case 'letter-sent':
      return { type: event.type, decision: event.decision, to: event.to };
    case 'reconsideration-requested':
      return { type: event.type, about: event.about };
    case 'closed':
      return { type: event.type, reason: event.reason };
    default:
      return null;
  }
}

/** What the feed says of an event: nothing of sessions and clocks. */
export function feedOf(event: DomainEvent, state: PortalState): readonly FeedEvent[] {
  const known = bare(event);
  if (!known || !('request' in event)) return [];
  return [{ seq: state.feed.length + 1, at: iso(event.at), request: event.request, ...known } as FeedEvent];
}

/** What an event sends out. */
export function outboxOf(event: DomainEvent, state: PortalState): readonly OutboxItem[] {
  const seq = state.outbox.length + 1;
  if (event.type === 'letter-sent') {
    const { request, decision, to, address, sections } = event;
    return [{ seq, at: iso(event.at), request, kind: 'letter', decision, to, address, sections }];
  }
  if (event.type === 'called') {
    const { request, decision, to, phone, result } = event;
    return [{ seq, at: iso(event.at), request, kind: 'call', decision, to, phone, result }];
  }
  return [];
}
