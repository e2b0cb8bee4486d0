import type { FeedEvent } from '../../contract/index.ts';
import { type CaseFile, notes } from '../../facts/case-file.ts';
import { notesBefore, ownDecisions, procedureOf } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { groupCases } from '../../facts/memo.ts';
import { requestChecks, type Seen } from '../check.ts';

const approvals = (file: CaseFile) =>
  file.outside && file.channel !== 'delegate' && file.channel !== 'portal'
    ? ownDecisions(file).filter(({ outcome }) => outcome !== 'denied')
    : [];

/** Something that goes before an approval outside the network. */
const beforeApproval =
  (type: FeedEvent['type'], what: string) =>
  (file: CaseFile): readonly Seen[] =>
    approvals(file).map((made) => {
      const done = notesBefore(file, made, type).length > 0;
      return {
        holds: done,
        because: `${what} ${done ? 'went' : 'did not go'} before the approval.`,
        events: [made.seq],
      };
    });

/** Cases by the letter of agreement that was signed for them. */
const agreements = groupCases((file) => notes(file, 'agreement-signed')[0]?.event.agreement ?? null);

function agreement(file: CaseFile, facts: Facts): readonly Seen[] {
  const shared = (id: string): boolean => (agreements(facts).get(id) ?? []).length > 1;
  return approvals(file).flatMap((made) => {
    const [signed] = notes(file, 'agreement-signed');
    const start = typeof file.submission?.body.start === 'string' ? file.submission.body.start : '';
    const inTime = signed !== undefined && facts.dateAt(signed.at.low) <= start;
    if (!signed && facts.dateAt(facts.until) < start) return [];
    const own = signed !== undefined && !shared(signed.event.agreement);
    return {
      holds: (inTime || (signed !== undefined && signed.seq < made.seq)) && own,
      because: signed
        ? `The letter of agreement ${own ? 'is its own' : 'is shared with another authorization'}.`
        : 'There is no letter of agreement.',
      events: [...(signed ? [signed.seq] : []), made.seq],
    };
  });
}

/** What the plan owes when it approves care outside the network. Section 7, Out-of-Network Requests, All Members. */
export const outsideApprovals = requestChecks(['desk', 'events', 'reviews', 'inject.paper-request'], {
  'um.oon.profile-check': beforeApproval('profile-checked', 'A look at the state board’s profile'),
  'um.oon.language-duty': beforeApproval(
    'obligations-told',
    'Word of the duty to speak the member’s language',
  ),
  'um.oon.letter-of-agreement': agreement,
  'um.referral.oon-needs-pa': (file) => {
    if (file.type !== 'referral' || !file.outside || file.channel === 'portal') return null;
    const approved = file.statuses.find(({ to }) => to === 'APPROVED');
    if (!approved && ownDecisions(file).length === 0) return null;
    const decided = file.decisions.find(({ outcome, role }) => outcome !== 'denied' && role !== 'system');
    const holds = !approved || (decided !== undefined && decided.seq < approved.seq + 1);
    return {
      holds: holds && !file.decisions.some(({ role }) => role === 'system'),
      because: 'A referral outside the network, and whether a review came before its approval.',
      events: [file.received.seq, ...(approved ? [approved.seq] : [])],
    };
  },
  'um.delegate.bh-oon-optum': (file, facts) => {
    if (!file.outside || procedureOf(facts, file)?.category !== 'behavioral-health') return null;
    const behavioral = facts.world.delegates?.find(({ categories }) =>
      categories.includes('behavioral-health'),
    );
    return ownDecisions(file).map((made) => ({
      holds: made.organization === behavioral?.id,
      because: `Behavioral health outside the network was decided by ${made.organization ?? 'the plan'}.`,
      events: [made.seq],
    }));
  },
});
