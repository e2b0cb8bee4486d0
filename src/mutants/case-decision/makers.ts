import type { DomainEvent } from '../../reference-impl/index.ts';

/** Whether an event is a notification by the delegate. */
export const isNotice = (event: DomainEvent): event is Extract<DomainEvent, { type: 'case-notice-sent' }> =>
  event.type === 'case-notice-sent';
