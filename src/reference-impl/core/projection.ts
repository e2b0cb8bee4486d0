import type { FeedEvent, OutboxItem } from '../../contract/index.ts';
import { isDelegateEvent } from '../delegate/event.ts';
import { delegateFeed, delegateOutbox } from '../delegate/projection.ts';
import type { DomainEvent, RequestEvent } from './event.ts';
import { iso } from './instants.ts';
import type { PortalState } from './state.ts';

/** What the plan keeps to itself: how it got to know things, and what the outbox shows in full. */
const HIDDEN = new Set([
  'circumstance',
  'message-left',
  'prepared',
  'document-attached',
  'revision-noted',
  'mail-sent',
  'payment-made',
]);

/** What the feed says of an event: nothing of sessions and clocks. */
export function feedOf(event: DomainEvent, state: PortalState): readonly FeedEvent[] {
  if (isDelegateEvent(event)) return delegateFeed(event, state.feed.length + 1);
  if (!('request' in event) || HIDDEN.has(event.type)) return [];
  const told = { seq: state.feed.length + 1, ...bare(event), at: iso(event.at), request: event.request };
  return [told as FeedEvent];
}

/** An event without what only the portal needs. Most are told as they are. */
function bare(event: RequestEvent): object {
  switch (event.type) {
    case 'received': {
      const { type, reviewType, urgency, setting, channel } = event.accepted;
      const { deferral } = event;
      return {
        type: event.type,
        requestType: type,
        reviewType,
        ...(urgency ? { urgency } : {}),
        ...(setting ? { setting } : {}),
        ...(channel === 'portal' ? {} : { channel }),
        ...(deferral ? { receipt: deferral.receipt, receivedAt: iso(deferral.at) } : {}),
      };
    }
    case 'called':
      return { type: event.type, decision: event.decision, to: event.to, result: event.result };
    case 'letter-sent':
      return { type: event.type, decision: event.decision, to: event.to };
    case 'reconsideration-requested':
      return { type: event.type, about: event.about };
    case 'revision-requested': {
      const { remarks: _remarks, add: _add, ...told } = event;
      return told;
    }
    default:
      return event;
  }
}

/** What an event sends out. */
export function outboxOf(event: DomainEvent, state: PortalState): readonly OutboxItem[] {
  const seq = state.outbox.length + 1;
  if (isDelegateEvent(event)) return delegateOutbox(event, seq);
  if (event.type === 'letter-sent') {
    const { request, decision, to, address, sections } = event;
    return [{ seq, at: iso(event.at), request, kind: 'letter', decision, to, address, sections }];
  }
  if (event.type === 'called') {
    const { request, decision, to, phone, result } = event;
    return [{ seq, at: iso(event.at), request, kind: 'call', decision, to, phone, result }];
  }
  if (event.type === 'mail-sent') {
    const { request, to, subject, text, link } = event;
    const told = { seq, at: iso(event.at), request, kind: 'mail' as const, to, subject, text };
    return [{ ...told, ...(link === undefined ? {} : { link }) }];
  }
  if (event.type === 'payment-made') {
    const { request, site, method, paperExplanation } = event;
    return [{ seq, at: iso(event.at), request, kind: 'payment', site, method, paperExplanation }];
  }
  return [];
}
