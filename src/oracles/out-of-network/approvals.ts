import type { FeedEvent } from '../../contract/index.ts';
import { type CaseFile, notes } from '../../facts/case-file.ts';
import { notesBefore, ownDecisions, procedureOf } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { groupCases } from '../../facts/memo.ts';
import { isBefore } from '../../facts/order.ts';
import { type Comparison, reported, requestChecks } from '../check.ts';
import { instant, PRESENT } from '../value.ts';

const approvals = (file: CaseFile) =>
  file.outside && file.channel !== 'delegate' && file.channel !== 'portal'
    ? ownDecisions(file).filter(({ outcome }) => outcome !== 'denied')
    : [];

/** An act that comes before an approval outside the network; `name` is what the finding calls it. */
const beforeApproval =
  (type: FeedEvent['type'], name: string) =>
  (file: CaseFile): readonly Comparison[] =>
    approvals(file).map((made) => {
      const [done] = notesBefore(file, made, type);
      return reported(
        [made.seq],
        { [name]: PRESENT },
        { [name]: done ? instant(done.at.low) : null },
        { given: { decision: made.number, approvedAt: instant(made.at.low) } },
      );
    });

/** Cases by the letter of agreement that was signed for them. */
const agreements = groupCases((file) => notes(file, 'agreement-signed')[0]?.event.agreement ?? null);

/** A letter of agreement is signed before the service starts or before the approval, and is for this authorization alone. */
function agreement(file: CaseFile, facts: Facts): readonly Comparison[] {
  return approvals(file).flatMap((made) => {
    const [signed] = notes(file, 'agreement-signed');
    const start = typeof file.submission?.body.start === 'string' ? file.submission.body.start : '';
    const inTime = signed !== undefined && facts.dateAt(signed.at.low) <= start;
    if (!signed && facts.dateAt(facts.until) < start) return [];
    const signedFor = signed ? (agreements(facts).get(signed.event.agreement) ?? []) : [];
    const before = signed !== undefined && notesBefore(file, made, 'agreement-signed').length > 0;
    return reported(
      [...(signed ? [signed.seq] : []), made.seq],
      { agreement: PRESENT, signedInTime: true, signedFor: [file.id] },
      {
        agreement: signed?.event.agreement ?? null,
        signedInTime: inTime || before,
        signedFor: signedFor.map(({ id }) => id),
      },
      {
        given: {
          serviceStart: start,
          approvedAt: instant(made.at.low),
          signedAt: signed ? instant(signed.at.low) : null,
        },
      },
    );
  });
}

/** What the plan owes when it approves care outside the network. Section 7, Out-of-Network Requests, All Members. */
export const outsideApprovals = requestChecks(['desk', 'events', 'reviews', 'inject.paper-request'], {
  'um.oon.profile-check': beforeApproval('profile-checked', 'stateBoardProfileChecked'),
  'um.oon.language-duty': beforeApproval('obligations-told', 'languageObligationsNotified'),
  'um.oon.letter-of-agreement': agreement,
  'um.referral.oon-needs-pa': (file) => {
    if (file.type !== 'referral' || !file.outside || file.channel === 'portal') return null;
    const approved = file.statuses.find(({ to }) => to === 'APPROVED');
    if (!approved && ownDecisions(file).length === 0) return null;
    const decided = file.decisions.find(({ outcome, role }) => outcome !== 'denied' && role !== 'system');
    const reviewed = !approved || (decided !== undefined && !isBefore(approved, decided));
    return reported(
      [file.received.seq, ...(approved ? [approved.seq] : [])],
      { reviewBeforeApproval: true, decidedBySystem: false },
      {
        reviewBeforeApproval: reviewed,
        decidedBySystem: file.decisions.some(({ role }) => role === 'system'),
      },
      { given: { approvedAt: approved ? instant(approved.at.low) : null } },
    );
  },
  'um.delegate.bh-oon-optum': (file, facts) => {
    if (!file.outside || procedureOf(facts, file)?.category !== 'behavioral-health') return null;
    const behavioral = facts.world.delegates?.find(({ categories }) =>
      categories.includes('behavioral-health'),
    );
    return ownDecisions(file).map((made) =>
      reported(
        [made.seq],
        { decidedBy: behavioral?.id ?? 'plan' },
        { decidedBy: made.organization ?? 'plan' },
        { given: { category: 'behavioral-health' } },
      ),
    );
  },
});
