import type { Check } from '../check.ts';
import { decisionBasis } from './basis.ts';
import { aroundCare } from './care.ts';
import { criteria, messages } from './criteria.ts';
import { outreach } from './outreach.ts';
import { reviewRecord } from './record.ts';
import { whoDecides } from './who-decides.ts';

/** Checks of the subject `reviews`. */
export const checks: readonly Check[] = [
  ...whoDecides,
  ...criteria,
  ...messages,
  ...reviewRecord,
  ...decisionBasis,
  ...outreach,
  ...aroundCare,
];
