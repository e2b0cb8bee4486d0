import type { Mutant } from '../mutant.ts';
import { caseForm } from './case-form.ts';
import { clinicalQuestions } from './clinical-questions.ts';
import { starts } from './starts.ts';
import { uploads } from './uploads.ts';

/** Every mutant of the subject case-build. */
export const caseBuildMutants: readonly Mutant[] = [...starts, ...caseForm, ...clinicalQuestions, ...uploads];
