import type { z } from 'zod';
import { claimEvents } from './claims/events.ts';
import { outOfNetworkEvents } from './out-of-network/events.ts';
import { officeEvents } from './practice-office/events.ts';
import { reconsiderationEvents } from './reconsideration/events.ts';
import { entryEvents } from './request-entry/events.ts';
import { reviewEvents } from './reviews/events.ts';
import { revisionEvents } from './revisions/events.ts';

/** What a plan says it did beside receiving, deciding and notifying. */
export const careEvents = [
  ...reviewEvents,
  ...outOfNetworkEvents,
  ...reconsiderationEvents,
  ...revisionEvents,
  ...claimEvents,
  ...officeEvents,
  ...entryEvents,
] as const;

export type CareEvent = z.infer<(typeof careEvents)[number]>;
