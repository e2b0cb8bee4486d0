import type { Mutant } from '../mutant.ts';
import { booking } from './booking.ts';
import { eligibility } from './eligibility.ts';
import { outcomes } from './outcomes.ts';
import { requests } from './requests.ts';
import { rescheduling } from './rescheduling.ts';
import { slots } from './slots.ts';

/** Every mutant of the subject peer-to-peer. */
export const peerToPeerMutants: readonly Mutant[] = [
  ...eligibility,
  ...booking,
  ...outcomes,
  ...slots,
  ...requests,
  ...rescheduling,
];
