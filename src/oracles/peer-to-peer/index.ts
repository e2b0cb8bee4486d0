import type { Check } from '../check.ts';
import { asking } from './asking.ts';
import { booking } from './booking.ts';
import { changing } from './changing.ts';
import { peerEligibility } from './eligibility.ts';
import { peerSlots } from './slots.ts';
import { talks } from './talks.ts';

/** Checks of the subject `peer-to-peer`. */
export const checks: readonly Check[] = [
  ...peerEligibility,
  ...peerSlots,
  ...asking,
  ...booking,
  ...changing,
  ...talks,
];
