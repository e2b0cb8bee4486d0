import type { Mutant } from '../mutant.ts';
import { authorizations } from './authorizations.ts';
import { members } from './members.ts';
import { notices } from './notices.ts';
import { referrals } from './referrals.ts';

/** Every mutant of the subject claims. */
export const claimsMutants: readonly Mutant[] = [...authorizations, ...referrals, ...notices, ...members];
