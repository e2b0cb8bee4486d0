import { z } from 'zod';
import { administrativeReason, basis, identifier, instant, outcome, party } from './primitives.ts';

/** The six elements of a medical-necessity denial letter, and the text that any letter needs. */
export const letterSections = z.strictObject({
  determination: z.string(),
  specificInformation: z.string().optional(),
  presentingCondition: z.string().optional(),
  diagnosis: z.string().optional(),
  treatment: z.string().optional(),
  reasons: z.string().optional(),
  alternatives: z.string().optional(),
  criteria: z.string().optional(),
  physicianContact: z.string().optional(),
  appealProcess: z.string().optional(),
  appealStart: z.string().optional(),
  externalReview: z.string().optional(),
});

export const informationRequest = z.strictObject({ items: z.array(z.string()).min(1) });
export const informationSupply = z.strictObject({ items: z.array(z.string()).min(1) });

/** A determination by a member of the plan's staff. `reason` of an administrative one is from a fixed list. */
export const decisionAct = z.strictObject({
  outcome,
  basis,
  reason: z.string().min(1),
  unitsGranted: z.int().min(0).optional().meta({ description: 'Required for a partial approval' }),
});

export const callAct = z.strictObject({
  decision: z.int().min(1),
  to: party,
  result: z.enum(['reached', 'voicemail', 'no-answer']),
});

export const letterAct = z.strictObject({ decision: z.int().min(1), to: party, sections: letterSections });
export const appealAct = z.strictObject({ decision: z.int().min(1), reason: z.string().min(1) });
export const discussionAct = z.strictObject({
  summary: z.string().min(1).meta({ description: 'What the physicians said to each other' }),
});

/**
 * More care on the same number: added units and a later end; of a referral only units and remarks.
 * Section 7, Concurrent Review; User Guide, Referral Revision Rules.
 */
export const revisionAct = z.strictObject({
  units: z.int().min(0).max(999).meta({ description: 'Units to add, never the new total' }),
  remarks: z.string().optional().meta({ description: 'At most 255 characters (code points)' }),
  add: z
    .array(z.strictObject({ procedure: z.string(), units: z.int().min(1).max(999) }))
    .optional()
    .meta({ description: 'Procedures to add; not to a referral' }),
  end: z.iso.date().optional(),
  information: z.array(z.string()).optional(),
  procedure: z.string().optional(),
  servicing: z.strictObject({ provider: identifier, affiliation: identifier }).optional(),
});
export const reconsiderationAct = z.strictObject({ reason: z.string().min(1) });
export const closureAct = z.strictObject({
  reason: z.enum(['level-of-care-change', 'administrative-error']),
});

/** What the portal answers to an act: the request it was about, and when it was recorded. */
export const receipt = z.strictObject({
  request: identifier,
  at: instant,
  number: z.int().min(1).optional(),
});

export { administrativeReason };
export type LetterSections = z.infer<typeof letterSections>;
export type DecisionAct = z.infer<typeof decisionAct>;
