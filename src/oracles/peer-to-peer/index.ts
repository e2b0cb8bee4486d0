import type { Check } from '../check.ts';
import { appointments } from './appointments.ts';
import { availability } from './availability.ts';
import { booking } from './booking.ts';
import { caseConfirmation } from './case-confirmation.ts';
import { caseSelection } from './case-selection.ts';
import { eligibility } from './eligibility.ts';
import { outcomes } from './outcomes.ts';
import { slots } from './slots.ts';

/** Checks of the subject `peer-to-peer`. */
export const checks: readonly Check[] = [
  ...eligibility,
  ...caseConfirmation,
  ...availability,
  ...slots,
  ...caseSelection,
  ...booking,
  ...appointments,
  ...outcomes,
];
