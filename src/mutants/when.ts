import type { OpenDuty } from '../reference-impl/index.ts';

export type Duty = OpenDuty['duty'];
/** Whether a fault shows in an open duty. */
export type When = (open: OpenDuty) => boolean;

export const LETTERS: readonly Duty[] = ['written-provider', 'written-member'];

export const always: When = () => true;
export const reconsidered: When = ({ request, determination }) =>
  determination ? determination.reconsideration : request.reconsideration !== null;
export const first: When = (open) => !reconsidered(open);
/** Nothing came after receipt, so that no misreading of information explains the delay. */
export const completeAtOnce: When = ({ request }) => request.informationCompleteAt === request.receivedAt;
export const neverComplete: When = ({ request }) => request.informationCompleteAt === null;
export const both =
  (one: When, other: When): When =>
  (open) =>
    one(open) && other(open);
export const outcomeIs =
  (outcome: string): When =>
  ({ determination }) =>
    determination?.outcome === outcome;
export const markedUrgent: When = ({ request }) => request.accepted.urgency === 'urgent';
