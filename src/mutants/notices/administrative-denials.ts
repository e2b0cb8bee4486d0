import { changingReview } from '../makers/desk.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in administrative denials. */
export const administrativeDenials: readonly Mutant[] = [
  changingReview({
    id: 'excluded-by-mistake',
    breaks: 'um.admin-denial.excluded-benefit',
    summary: 'The exclusion list is that of another product.',
    change: (found, { accepted }) =>
      accepted.procedure === 'G0299'
        ? { outcome: 'denied', basis: 'administrative', reason: 'excluded-benefit', unitsGranted: 0 }
        : found,
  }),
  changingReview({
    id: 'exhausted-one-early',
    breaks: 'um.admin-denial.benefit-exhausted',
    summary: 'The last visit of a benefit counts as used up.',
    change: (found, { accepted }) =>
      accepted.procedure === 'G0299'
        ? { outcome: 'denied', basis: 'administrative', reason: 'exhausted-benefit', unitsGranted: 0 }
        : found,
  }),
  changingReview({
    id: 'documents-overlooked',
    breaks: 'um.admin-denial.missing-docs',
    summary: 'Documents in the second attachment are not seen.',
    change: (found, { accepted }) =>
      accepted.procedure === '33361'
        ? {
            outcome: 'denied',
            basis: 'administrative',
            reason: 'missing-clinical-documentation',
            unitsGranted: 0,
          }
        : found,
  }),
];
