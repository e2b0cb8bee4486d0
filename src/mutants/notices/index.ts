import type { Mutant } from '../mutant.ts';
import { administrativeDenials } from './administrative-denials.ts';
import { notices } from './notices.ts';

/** Every mutant of the subject notices. */
export const noticesMutants: readonly Mutant[] = [...notices, ...administrativeDenials];
