import type { Mutant } from '../mutant.ts';
import { afterDetermination } from './after-determination.ts';
import { options } from './options.ts';
import { plan } from './plan.ts';
import { web } from './web.ts';

/** Every mutant of the subject reconsideration. */
export const reconsiderationMutants: readonly Mutant[] = [...plan, ...options, ...afterDetermination, ...web];
