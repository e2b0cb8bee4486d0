import { z } from 'zod';
import { party } from '../primitives.ts';
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

export const callAct = z.strictObject({
  decision: z.int().min(1),
  to: party,
  result: z.enum(['reached', 'voicemail', 'no-answer']),
});

export const letterAct = z.strictObject({ decision: z.int().min(1), to: party, sections: letterSections });

export type LetterSections = z.infer<typeof letterSections>;
