import type { z } from 'zod';
import { caseBuildEvents } from './case-build/events.ts';
import { caseDecisionEvents } from './case-decision/events.ts';
import { peerToPeerEvents } from './peer-to-peer/events.ts';
import { caseReconsiderationEvents } from './reconsideration/case-events.ts';

/** What a delegate says it did about its cases and peer-to-peer appointments. */
export const delegateEvents = [
  ...caseBuildEvents,
  ...caseDecisionEvents,
  ...caseReconsiderationEvents,
  ...peerToPeerEvents,
] as const;

export type DelegateEvent = z.infer<(typeof delegateEvents)[number]>;
