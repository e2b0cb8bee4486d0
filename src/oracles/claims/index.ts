import type { Check } from '../check.ts';
import { claimAuthorization } from './authorization.ts';
import { billing } from './delegate-billing.ts';
import { claimMember } from './member.ts';
import { claimNotice } from './notice.ts';
import { claimReferral } from './referral.ts';

/** Checks of the subject `claims`. */
export const checks: readonly Check[] = [
  ...claimAuthorization,
  ...claimReferral,
  ...claimNotice,
  ...claimMember,
  ...billing,
];
