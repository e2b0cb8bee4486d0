import type { CaseFile } from '../../facts/case-file.ts';
import type { ClaimFile } from '../../facts/claim-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf, groupCases, growing, put } from '../../facts/memo.ts';
import { isBefore } from '../../facts/order.ts';
import { text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { claimChecks } from '../check.ts';
import { atMost, not } from '../value.ts';
import { type ClaimLook, denied, onClaim, paid, payable, type Requirement, reason } from './look.ts';
import { unitsGranted } from './situation.ts';

const PART_OF_OTHER_CARE = ['emergency-room', 'observation', 'surgical', 'inpatient'];

const imaging = ({ situation }: ClaimLook): boolean => situation.category === 'imaging';
const place = ({ file }: ClaimLook): string => file.claim.place;
const inside = (look: ClaimLook): boolean => look.situation.network && payable(look);

/** The exemption from prior authorization that a claim falls under, by its rule. */
function exemptBy(look: ClaimLook): RuleId | null {
  const { claim } = look.file;
  if (imaging(look) && PART_OF_OTHER_CARE.includes(claim.place)) return 'um.delegate.evicore-exempt-settings';
  if (imaging(look) && claim.emergent === true) return 'um.delegate.evicore-nonemergent';
  if (claim.place === 'emergency-room') return 'um.pa.exempt-er';
  if (claim.place === 'observation') return 'um.pa.exempt-observation';
  if (claim.place === 'inpatient' && claim.emergent === true) return 'um.pa.exempt-emergent-inpatient';
  return null;
}

/** Whether a claim was denied for lack of authorization. */
const lacksAuthorization = (look: ClaimLook): boolean =>
  reason(look) === 'no-prior-authorization' && !paid(look);

const notForLackOfAuthorization = (): Requirement => ({
  expected: { denialReason: not('no-prior-authorization') },
});

const notToMember = (): Requirement => ({ expected: { issuedTo: not('member') } });

/** Whether the days of a stay were used up: what goes on needs a concurrent review, an exemption or not. */
function beyondStay({ file, situation: { notice }, facts }: ClaimLook): boolean {
  if (file.claim.place !== 'inpatient' || !notice) return false;
  const granted = unitsGranted(notice, file.seq);
  return granted > 0 && unitsPaid(facts, notice.id, file.seq) >= granted;
}

const exempt = (rule: RuleId) =>
  onClaim((look) => payable(look) && exemptBy(look) === rule && !beyondStay(look), notForLackOfAuthorization);

/** Care that needs authorization and has no exemption. */
const needsAuthorization = (look: ClaimLook): boolean =>
  look.situation.grid === 'prior-authorization' &&
  exemptBy(look) === null &&
  look.file.claim.emergent !== true;

const byAuthorization = growing(
  (facts) => facts.claims,
  () => new Map<string, ClaimFile[]>(),
  (groups, claim) => put(groups, claim.made.authorization, claim),
);

/** Units of an authorization that claims before a point of the history were paid. */
const unitsPaid = (facts: Facts, id: string, before: number): number =>
  (byAuthorization(facts).get(id) ?? [])
    .filter(({ seq }) => seq < before)
    .reduce((sum, { made }) => sum + made.unitsPaid, 0);

/** What delegates have decided, by the member that it was about. */
const delegated = groupCases(({ channel, submission }) =>
  channel === 'delegate' ? text(submission?.body.member) : null,
);

const delegatedFor = ({ file, facts }: ClaimLook): readonly CaseFile[] =>
  (delegated(facts).get(file.claim.member) ?? []).filter(
    ({ received, decisions }) =>
      isBefore(received, file) && decisions.some(({ outcome }) => outcome === 'approved'),
  );

/** Whether a claim rests on a delegate's approval that names its facility and its code. */
const approvedHere = (look: ClaimLook): boolean =>
  delegatedFor(look).some(
    ({ submission }) =>
      submission?.body.procedure === look.file.claim.procedure &&
      submission.body.affiliation === look.file.claim.affiliation,
  );

/** Payment and authorization. Section 7, Prior Authorization, Delegated Entity, Concurrent Review. */
export const claimAuthorization = claimChecks({
  'um.pa.exempt-er': exempt('um.pa.exempt-er'),
  'um.pa.exempt-observation': exempt('um.pa.exempt-observation'),
  'um.pa.exempt-emergent-inpatient': exempt('um.pa.exempt-emergent-inpatient'),
  'um.delegate.evicore-exempt-settings': exempt('um.delegate.evicore-exempt-settings'),
  'um.delegate.evicore-nonemergent': exempt('um.delegate.evicore-nonemergent'),
  'um.pa.failure-payment-denial': onClaim(
    (look) => inside(look) && needsAuthorization(look) && withinGrantLeft(look),
    notForLackOfAuthorization,
  ),
  'um.pa.not-payment-guarantee': onClaim(
    ({ situation }) => situation.approved !== null && !situation.covered,
    denied,
  ),
  'um.admin-denial.no-pa': onClaim(
    (look) => inside(look) && lacksAuthorization(look) && !beyondStay(look),
    (look) => ({
      expected: { authorizationRequired: true, unitsLeftOnApproval: false },
      observed: {
        authorizationRequired: needsAuthorization(look) || (look.file.claim.visit ?? 1) > 1,
        unitsLeftOnApproval: look.situation.approved !== null && withinGrantLeft(look),
      },
    }),
    (look) => exemptBy(look) ?? (look.situation.approved ? 'um.pa.failure-payment-denial' : null),
  ),
  'um.authid.not-approval': onClaim((look) => {
    const named = caseOf(look.facts, look.file.claim.authorization);
    const approved = named?.decisions.some(({ outcome, seq }) => outcome !== 'denied' && seq < look.file.seq);
    return inside(look) && needsAuthorization(look) && named !== undefined && approved !== true;
  }, denied),
  'um.concurrent.required-beyond-initial': onClaim(
    ({ situation }) =>
      situation.approved !== null &&
      situation.approved.notification === null &&
      situation.approved.type !== 'referral',
    (look) => ({
      expected: {
        unitsPaidInAll: atMost(
          look.situation.approved ? unitsGranted(look.situation.approved, look.file.seq) : 0,
        ),
      },
      observed: {
        unitsPaidInAll: look.situation.approved
          ? unitsPaid(look.facts, look.situation.approved.id, look.file.seq + 1)
          : 0,
      },
    }),
  ),
  'um.concurrent.failure-admin-denial': onClaim(
    (look) =>
      inside(look) &&
      look.situation.approved !== null &&
      look.situation.approved.type !== 'referral' &&
      reason(look) === 'no-prior-authorization',
    notToMember,
  ),
  'um.delegate.evicore-approval-scope': onClaim(
    (look) =>
      inside(look) &&
      imaging(look) &&
      exemptBy(look) === null &&
      delegatedFor(look).length > 0 &&
      !approvedHere(look),
    denied,
  ),
  'um.delegate.evicore-failure-admin-denial': onClaim(
    (look) => inside(look) && imaging(look) && reason(look) === 'no-prior-authorization',
    notToMember,
  ),
  'um.notice.home-nursing-then-auth': onClaim(
    (look) =>
      inside(look) &&
      ['home-nursing', 'equipment'].includes(look.situation.category) &&
      place(look) === 'home' &&
      look.situation.grid !== 'nothing' &&
      look.file.claim.emergent !== true &&
      (look.file.claim.visit ?? 1) > 1 &&
      look.situation.approved === null,
    denied,
  ),
});

/** Whether units were left on the approval before this claim. */
function withinGrantLeft({ file, situation, facts }: ClaimLook): boolean {
  const about = situation.approved;
  return about !== null && unitsPaid(facts, about.id, file.seq) < unitsGranted(about, file.seq);
}
