import type { Check } from '../check.ts';
import { building } from './building.ts';
import { choices } from './choices.ts';
import { questions } from './questions.ts';
import { starts } from './starts.ts';
import { uploads } from './uploads.ts';

/** Checks of the subject `case-build`. */
export const checks: readonly Check[] = [...starts, ...building, ...choices, ...questions, ...uploads];
