import type { ClaimFile } from '../../facts/claim-file.ts';
import type { Facts } from '../../facts/facts.ts';
import type { RuleId } from '../../rulebook/index.ts';
import type { Seen } from '../check.ts';
import { type ClaimSituation, claimSituation } from './situation.ts';

const kept = new WeakMap<ClaimFile, ClaimSituation>();

const known = (file: ClaimFile, facts: Facts): ClaimSituation => {
  const situation = kept.get(file) ?? claimSituation(file, facts);
  kept.set(file, situation);
  return situation;
};

/** A claim with its situation, as a rule looks at it. */
export type ClaimLook = {
  readonly file: ClaimFile;
  readonly situation: ClaimSituation;
  readonly facts: Facts;
};

const cents = (amount: number): string =>
  `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

/** What the portal made of a claim, in words. */
function words({ claim, made }: ClaimFile): string {
  const reason = made.reason === null ? '' : ` (${made.reason}, to the ${made.issuedTo})`;
  const owed = made.memberLiability === 0 ? 'nothing' : cents(made.memberLiability);
  return `${claim.procedure}, ${claim.place}: ${made.outcome}${reason}; the member owes ${owed}.`;
}

/** A rule about claims: where it applies, and whether what was made of the claim keeps it. */
export const onClaim =
  (
    applies: (look: ClaimLook) => boolean,
    holds: (look: ClaimLook) => boolean,
    cause: (look: ClaimLook) => RuleId | null = () => null,
  ) =>
  (file: ClaimFile, facts: Facts): Seen | null => {
    const look = { file, situation: known(file, facts), facts };
    if (!applies(look)) return null;
    return {
      holds: holds(look),
      because: words(file),
      events: [file.seq, file.madeSeq],
      causedBy: cause(look),
    };
  };

/** Whether nothing but authorization, referral or notice stands in the way of payment. */
export const payable = ({ situation }: ClaimLook): boolean =>
  situation.covered && !situation.excluded && !situation.exhausted;

export const paid = ({ file }: ClaimLook): boolean => file.made.outcome !== 'denied';
export const reason = ({ file }: ClaimLook): string | null => file.made.reason;
