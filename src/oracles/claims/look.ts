import type { Book } from '../../facts/book.ts';
import type { ClaimFile } from '../../facts/claim-file.ts';
import type { Seen } from '../family.ts';
import { type ClaimFacts, claimFacts } from './facts.ts';

const kept = new WeakMap<ClaimFile, ClaimFacts>();

const known = (file: ClaimFile, book: Book): ClaimFacts => {
  const facts = kept.get(file) ?? claimFacts(file, book);
  kept.set(file, facts);
  return facts;
};

/** A claim with its facts, as a rule looks at it. */
export type ClaimLook = { readonly file: ClaimFile; readonly facts: ClaimFacts; readonly book: Book };

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
    cause: (look: ClaimLook) => string | null = () => null,
  ) =>
  (file: ClaimFile, book: Book): Seen | null => {
    const look = { file, facts: known(file, book), book };
    if (!applies(look)) return null;
    return {
      holds: holds(look),
      because: words(file),
      events: [file.seq, file.madeSeq],
      causedBy: cause(look),
    };
  };

/** Whether nothing but authorization, referral or notice stands in the way of payment. */
export const payable = ({ facts }: ClaimLook): boolean =>
  facts.covered && !facts.excluded && !facts.exhausted;

export const paid = ({ file }: ClaimLook): boolean => file.made.outcome !== 'denied';
export const reason = ({ file }: ClaimLook): string | null => file.made.reason;
