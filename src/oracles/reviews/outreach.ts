import { type CaseFile, notes } from '../../facts/case-file.ts';
import { isMedicalDenial, isPhysician, notesBefore, planDecisions } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import { isMakers } from '../../facts/site.ts';
import { type Check, type Comparison, callChecks, onCall, reported, requestChecks } from '../check.ts';
import { earliestDue } from '../clocks/arms.ts';
import { anchorsOf, determinationsOf, inScope } from '../clocks/determination.ts';
import { instant, not, PRESENT } from '../value.ts';

/** Whether a request was still undecided when its time was up although the provider had been asked. */
function unanswered(file: CaseFile, facts: Facts): Comparison | null {
  const asked = notes(file, 'reached-out').find(({ event }) => event.respondBy !== null);
  if (!asked || !inScope(facts, file)) return null;
  const [first] = determinationsOf(file);
  if (first?.decided)
    return reported(
      [asked.seq, first.decided.seq],
      { decision: PRESENT },
      { decision: first.decided.outcome },
      { given: { providerAskedAt: instant(asked.at.low) } },
    );
  if (!first || facts.scripted) return null;
  const due = earliestDue(
    facts.pack,
    facts.pack.interpretations.lenient,
    anchorsOf(first, 'high'),
    'decision',
    'approval',
  );
  const end = Math.min(facts.until, file.closed?.at.high ?? Number.POSITIVE_INFINITY);
  if (due === null || end <= due) return null;
  return reported(
    [asked.seq],
    { decision: PRESENT },
    { decision: null },
    { given: { providerAskedAt: instant(asked.at.low), decisionDue: instant(due) } },
  );
}

const denials = (file: CaseFile) =>
  planDecisions(file).filter((made) => isMedicalDenial(made) && !made.reconsideration);

/** What goes before a denial: a call for a case discussion, and the offer of a peer. Section 7, Medical Necessity Decision-Making. */
const beforeDenials = requestChecks(['desk', 'events', 'reviews'], {
  'um.info.outreach-before-denial': (file) =>
    denials(file).map((made) => {
      const call = notesBefore(file, made, 'reached-out').find(
        ({ event }) =>
          event.about === 'potential-denial' &&
          event.to !== 'member' &&
          (event.by.role === 'nurse' || isPhysician(event.by.role)),
      );
      return reported(
        [...(call ? [call.seq] : []), made.seq],
        { outreachByReviewer: PRESENT },
        { outreachByReviewer: call ? instant(call.at.low) : null },
        {
          given: { deniedAt: instant(made.at.low) },
          edge: call && call.at.low === made.at.low ? 'at' : null,
        },
      );
    }),
  'um.denial.pre-denial-discussion': (file) =>
    denials(file).map((made) => {
      const offer = notesBefore(file, made, 'discussion-offered').find(({ event }) => event.to !== 'member');
      return reported(
        [...(offer ? [offer.seq] : []), made.seq],
        { discussionOffered: PRESENT },
        { discussionOffered: offer ? instant(offer.at.low) : null },
        { given: { deniedAt: instant(made.at.low) } },
      );
    }),
  'um.info.decide-without-response': unanswered,
  'um.delegate.mrioa-contact': (file, facts) =>
    outsiders(file, facts).map(({ seq, organization }) => {
      const assigned = notes(file, 'consulted').some(
        ({ event, seq: before }) => event.organization === organization && before < seq,
      );
      return reported(
        [seq],
        { assignedBefore: true },
        { assignedBefore: assigned },
        { given: { organization } },
      );
    }),
});

/** Contacts by an organization that only supports the plan's reviewers. */
const outsiders = (file: CaseFile, facts: Facts): { seq: number; organization: string }[] =>
  file.feed.flatMap(({ event, seq }) => {
    if (event.type !== 'reached-out' && event.type !== 'discussion-held') return [];
    const { organization } = event.by;
    const supports = facts.world.delegates?.some(
      ({ id, role }) => id === organization && role === 'supports',
    );
    return organization !== undefined && supports ? [{ seq, organization }] : [];
  });

/** Who holds a discussion, and whether an appeal may come first. Section 7, Medical Necessity Denials. */
const discussionsAndAppeals = callChecks(['decisions', 'discussions', 'appeals'], {
  'um.denial.discussion-with-physician': (call, facts) => {
    const { op, status, actor, path } = call;
    const user = facts.world.users.find(({ id }) => id === actor);
    if (op !== 'hold-discussion' || user?.kind !== 'staff' || !caseOf(facts, path.id)) return null;
    return onCall(
      call,
      { answer: isPhysician(user.role) ? 201 : not(201) },
      { answer: status },
      { given: { discussionHeldBy: user.role }, edge: 'near' },
    );
  },
  'um.reconsideration.not-precondition': (exchange, facts) => {
    const { op, status, actor, path, body } = exchange;
    const file = op === 'file-appeal' ? caseOf(facts, path.id) : undefined;
    const user = facts.world.users.find(({ id }) => id === actor);
    if (!file || user?.kind !== 'provider' || !isMakers(facts, exchange, file)) return null;
    const made = file.decisions.find(({ number }) => number === body.decision);
    if (!made || made.outcome === 'approved') return null;
    return onCall(
      exchange,
      { answer: 201 },
      { answer: status },
      { given: { reconsiderationsRequested: file.reconsiderations.length } },
    );
  },
});

export const outreach: readonly Check[] = [...beforeDenials, ...discussionsAndAppeals];
