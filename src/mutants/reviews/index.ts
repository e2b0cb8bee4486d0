import type { Mutant } from '../mutant.ts';
import { careEvents } from './care-events.ts';
import { criteria } from './criteria.ts';
import { decisionBasis } from './decision-basis.ts';
import { outreach } from './outreach.ts';
import { reviewRecord } from './review-record.ts';
import { whoDecides } from './who-decides.ts';

/** Every mutant of the subject reviews. */
export const reviewsMutants: readonly Mutant[] = [
  ...whoDecides,
  ...reviewRecord,
  ...decisionBasis,
  ...outreach,
  ...careEvents,
  ...criteria,
];
