import type { Mutant } from '../mutant.ts';
import { authorizations } from './authorizations.ts';
import { members } from './members.ts';
import { notices } from './notices.ts';
import { referrals } from './referrals.ts';

/** Faults in what becomes of claims. */
export const claimMutants: readonly Mutant[] = [...referrals, ...authorizations, ...notices, ...members];
