import type { ClaimFile } from '../../facts/claim-file.ts';
import type { Facts } from '../../facts/facts.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Comparison, reported } from '../check.ts';
import { type Expected, not, type Values } from '../value.ts';
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

/** What the portal made of a claim. Amounts are in cents. */
const madeOf = ({ made }: ClaimFile): Values => ({
  outcome: made.outcome,
  reason: made.reason,
  denialReason: made.outcome === 'denied' ? made.reason : null,
  issuedTo: made.issuedTo,
  memberLiability: made.memberLiability,
  memberLiableFrom: made.memberLiableFrom,
  unitsPaid: made.unitsPaid,
  authorization: made.authorization,
});

/** What a rule requires of what was made of a claim, by the names of `madeOf`, or of further values that it observes. */
export type Requirement = { readonly expected: Expected; readonly observed?: Values };

/** A rule about claims: where it applies, and what it requires of what was made of the claim. */
export const onClaim =
  (
    applies: (look: ClaimLook) => boolean,
    requires: (look: ClaimLook) => Requirement,
    cause: (look: ClaimLook) => RuleId | null = () => null,
  ) =>
  (file: ClaimFile, facts: Facts): Comparison | null => {
    const look = { file, situation: known(file, facts), facts };
    if (!applies(look)) return null;
    const { expected, observed = {} } = requires(look);
    const made = madeOf(file);
    const seen = Object.fromEntries(Object.keys(expected).map((name) => [name, made[name] ?? null]));
    const { procedure, place, emergent } = file.claim;
    return reported(
      [file.seq, file.madeSeq],
      expected,
      { outcome: made.outcome ?? null, reason: made.reason ?? null, ...seen, ...observed },
      { given: { procedure, place, emergent: emergent === true }, causedBy: cause(look) },
    );
  };

/** The claim is denied. */
export const denied = (): Requirement => ({ expected: { outcome: 'denied' } });

/** The claim is not denied for one reason. */
export const notReason = (reason: string) => (): Requirement => ({ expected: { reason: not(reason) } });

/** Whether nothing but authorization, referral or notice stands in the way of payment. */
export const payable = ({ situation }: ClaimLook): boolean =>
  situation.covered && !situation.excluded && !situation.exhausted;

export const paid = ({ file }: ClaimLook): boolean => file.made.outcome !== 'denied';
export const reason = ({ file }: ClaimLook): string | null => file.made.reason;
