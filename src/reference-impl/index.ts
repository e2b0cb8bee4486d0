export type { OpenDuty } from './desk/policy.ts';
export type { DomainEvent } from './domain/event.ts';
export { fieldError, refuse } from './domain/refusal.ts';
export type { PortalState, RequestState } from './domain/state.ts';
export { createApp } from './http/app.ts';
export { type Answer, type AnswerContext, PARTS, type Parts } from './parts.ts';
export { Portal, type PortalOptions } from './portal.ts';
export { durableStore } from './store/durable.ts';
export { type EventStore, memoryStore } from './store/store.ts';
