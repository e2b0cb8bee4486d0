import { z } from 'zod';
import { identifier } from '../primitives.ts';
/** Something happens to a member whose request the plan has. */
export const careEvent = z.strictObject({
  kind: z.literal('care-event'),
  request: identifier,
  what: z.enum([
    'discharged',
    'quality-concern',
    'suited-to-care-management',
    'aftercare-asked',
    'reviewers-unavailable',
    'emergency-stabilized',
    'primary-care-provider-told',
    'treatment-plan-agreed',
    'treatment-plan-refused',
    'specialist-reported',
  ]),
});
