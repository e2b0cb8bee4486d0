export * from './account.ts';
export * from './case.ts';
export * from './delegation.ts';
export type { DelegateEvent, DelegateNotice } from './events.ts';
export * from './peer-to-peer.ts';
