import type { Mutant } from '../mutant.ts';
import { caseLife } from './case-life.ts';
import { caseNotices } from './case-notices.ts';
import { determinations } from './determinations.ts';
import { recording } from './recording.ts';

/** Every mutant of the subject case-decision. */
export const caseDecisionMutants: readonly Mutant[] = [
  ...caseLife,
  ...determinations,
  ...recording,
  ...caseNotices,
];
