import type { OpenDuty } from '../../reference-impl/index.ts';

/** A decision, or one of the notifications of it. */
export type Duty = OpenDuty['duty'];
/** Whether a fault shows in an open duty. */
export type When = (open: OpenDuty) => boolean;

/** The written notifications. */
export const LETTERS: readonly Duty[] = ['written-provider', 'written-member'];

export const always: When = () => true;
/** The duty is one of a reconsideration. */
export const reconsidered: When = ({ request, determination }) =>
  determination ? determination.reconsideration : request.reconsideration !== null;
/** The duty is one of a first decision. */
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
