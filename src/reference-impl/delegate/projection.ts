import type { FeedEvent, OutboxItem } from '../../contract/index.ts';
import { iso } from '../core/instants.ts';
import type { DelegateDomainEvent } from './event.ts';

/** What the feed says of an event at the delegate: nothing of accounts, and of drafts only that they became cases. */
export function delegateFeed(event: DelegateDomainEvent, seq: number): readonly FeedEvent[] {
  const envelope = { seq, at: iso(event.at), request: event.case };
  const { at: _at, case: _case, ...rest } = event;
  switch (event.type) {
    case 'case-submitted':
      return [{ ...envelope, type: event.type, priority: event.priority }];
    case 'case-information-requested':
      return [
        {
          ...envelope,
          type: event.type,
          items: [...event.items],
          dueAt: event.dueAt === null ? null : iso(event.dueAt),
        },
      ];
    case 'case-updated': {
      const what = Object.keys(event.change).join(', ');
      return [{ ...envelope, type: event.type, what, by: 'phone' }];
    }
    case 'consultation-scheduled': {
      const { appointment, revision, reviewer, cases } = event;
      const slot = { start: iso(event.start), end: iso(event.end) };
      return [{ ...envelope, type: event.type, appointment, revision, reviewer, ...slot, cases: [...cases] }];
    }
    case 'case-information-received':
    case 'case-reviewed':
    case 'case-determined':
    case 'case-withdrawn':
    case 'case-noted':
    case 'case-reconsideration-requested':
    case 'consultation-changed':
    case 'consultation-became-consultative':
    case 'consultation-outcome':
      return [{ ...envelope, ...rest } as FeedEvent];
    default:
      return [];
  }
}

/** What an event at the delegate sends out. */
export function delegateOutbox(event: DelegateDomainEvent, seq: number): readonly OutboxItem[] {
  if (event.type !== 'case-notice-sent') return [];
  const { type: _type, at, case: request, ...notice } = event;
  return [{ seq, at: iso(at), request, ...notice }];
}
