import type { CaseFile } from '../../facts/case-file.ts';
import { isMedicalDenial } from '../../facts/decisions.ts';
import { recordsBefore } from '../../facts/order.ts';
import { claimChecks } from '../check.ts';
import { atMost } from '../value.ts';
import {
  type ClaimLook,
  denied,
  notReason,
  onClaim,
  paid,
  payable,
  type Requirement,
  reason,
} from './look.ts';

const inside = (look: ClaimLook): boolean => look.situation.network && payable(look);

/** What the member may owe when the provider failed: nothing, or the copay of the part that was paid. */
const harmless = ({ file }: ClaimLook): Requirement => ({
  expected: { memberLiability: atMost(file.made.outcome === 'denied' ? 0 : file.claim.copay) },
});

/** The last medical denial of a case before a record. */
const denialOf = (file: CaseFile | null, seq: number) =>
  recordsBefore(file?.decisions ?? [], seq)
    .filter(isMedicalDenial)
    .at(-1);

/** The local date on which the member was told of the denial before the claim; null when not yet. */
function toldOn({ file, situation, facts }: ClaimLook): string | null {
  const { denied: about } = situation;
  const made = denialOf(about, file.seq);
  const told = [...(about?.letters ?? []), ...(about?.calls ?? [])].filter(
    ({ to, decision, seq }) => to === 'member' && decision === made?.number && seq < file.seq,
  );
  const first = Math.min(...told.map(({ at }) => at.low));
  return told.length === 0 ? null : facts.dateAt(first);
}

/** A stay that was denied while it went on, and is approved nowhere else. */
const continued = ({ situation, file }: ClaimLook): boolean =>
  file.claim.place === 'inpatient' &&
  situation.approved === null &&
  situation.denied?.reviewType === 'concurrent' &&
  denialOf(situation.denied, file.seq) !== undefined;

/** What a member may be held to. Section 7, Overview, Required Notification, Concurrent Review, Administrative Denials. */
export const claimMember = claimChecks({
  'um.holdharmless.missing-pa-or-notification': onClaim(
    (look) =>
      inside(look) &&
      (reason(look) === 'no-prior-authorization' ||
        (reason(look) === 'late-notification' && look.situation.notice === null)),
    harmless,
  ),
  'um.holdharmless.late-notification': onClaim(
    (look) => inside(look) && reason(look) === 'late-notification' && look.situation.notice !== null,
    harmless,
  ),
  'um.holdharmless.missing-clinical-docs': onClaim(
    (look) => inside(look) && reason(look) === 'missing-clinical-documentation',
    harmless,
  ),
  'um.holdharmless.um-process-failure': onClaim(
    (look) => inside(look) && reason(look) === 'no-referral',
    harmless,
  ),
  'um.concurrent.continue-until-member-notified': onClaim(
    (look) =>
      inside(look) && continued(look) && toldOn(look) !== null && reason(look) === 'not-medically-necessary',
    (look) => {
      const { memberLiability, memberLiableFrom } = look.file.made;
      const memberNotifiedOn = toldOn(look);
      if (memberLiability === 0) return { expected: { memberLiability: 0 } };
      return {
        expected: { liableAfterNotification: true },
        observed: {
          liableAfterNotification: memberLiableFrom !== null && memberLiableFrom > (memberNotifiedOn ?? ''),
          memberLiability,
          memberLiableFrom,
          memberNotifiedOn,
        },
      };
    },
  ),
  'um.concurrent.payment-denial-unsupported': onClaim(
    (look) => inside(look) && continued(look) && toldOn(look) === null,
    () => ({ expected: { memberLiability: 0 } }),
  ),
  'um.oon.contracting-cost-parity': onClaim(
    (look) => payable(look) && !look.situation.network && look.situation.approved !== null && paid(look),
    ({ file }) => ({ expected: { memberLiability: atMost(file.claim.copay) } }),
  ),
  'um.oon.pcp-approved-pa': onClaim(
    (look) =>
      payable(look) &&
      !look.situation.network &&
      !look.situation.emergent &&
      look.situation.approved === null &&
      look.situation.held.length > 0,
    denied,
  ),
  'um.oon.exception-still-needs-pa': onClaim(
    (look) =>
      payable(look) &&
      !look.situation.network &&
      !look.situation.emergent &&
      look.situation.held.length === 0 &&
      continues(look),
    denied,
  ),
  'um.oon.all-nonemergent-auth': onClaim(
    (look) =>
      payable(look) && !look.situation.network && look.situation.held.length === 0 && !continues(look),
    (look) => (look.situation.emergent ? notReason('no-prior-authorization')() : denied()),
  ),
});

/** Whether the world tells of a ground on which the member's care might go on outside the network. */
const continues = ({ file, facts }: ClaimLook): boolean =>
  facts.index.members.get(file.claim.member)?.care !== undefined;
