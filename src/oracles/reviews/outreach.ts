import { type CaseFile, type Exchange, notes } from '../../facts/case-file.ts';
import { isMedicalDenial, isPhysician, notesBefore, planDecisions } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import { isMakers } from '../../facts/site.ts';
import { type Check, callChecks, requestChecks, type Seen } from '../check.ts';
import { earliestDue } from '../clocks/arms.ts';
import { anchorsOf, determinationsOf, inScope } from '../clocks/determination.ts';

/** Whether a request was still undecided when its time was up although the provider had been asked. */
function unanswered(file: CaseFile, facts: Facts): Seen | null {
  const asked = notes(file, 'reached-out').find(({ event }) => event.respondBy !== null);
  if (!asked || !inScope(facts, file)) return null;
  const [first] = determinationsOf(file);
  if (first?.decided)
    return {
      holds: true,
      because: 'Decided on what was there.',
      events: [asked.seq, first.decided.seq],
    };
  if (!first || facts.scripted) return null;
  const due = earliestDue(
    facts.pack,
    facts.pack.readings.lenient,
    anchorsOf(first, 'high'),
    'decision',
    'approval',
  );
  const end = Math.min(facts.until, file.closed?.at.high ?? Number.POSITIVE_INFINITY);
  if (due === null || end <= due) return null;
  return {
    holds: false,
    because: 'The provider was asked, and nothing was ever decided.',
    events: [asked.seq],
  };
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
      return {
        holds: call !== undefined,
        because: call
          ? 'A reviewer reached out before the denial.'
          : 'No reviewer reached out before the denial.',
        events: [...(call ? [call.seq] : []), made.seq],
        edge: call && call.at.low === made.at.low ? ('at' as const) : null,
      };
    }),
  'um.denial.pre-denial-discussion': (file) =>
    denials(file).map((made) => {
      const offer = notesBefore(file, made, 'discussion-offered').find(({ event }) => event.to !== 'member');
      return {
        holds: offer !== undefined,
        because: offer
          ? 'A discussion was offered before the denial.'
          : 'No discussion was offered before the denial.',
        events: [...(offer ? [offer.seq] : []), made.seq],
      };
    }),
  'um.info.decide-without-response': unanswered,
  'um.delegate.mrioa-contact': (file, facts) =>
    outsiders(file, facts).map(({ seq, organization }) => {
      const assigned = notes(file, 'consulted').some(
        ({ event, seq: before }) => event.organization === organization && before < seq,
      );
      return {
        holds: assigned,
        because: `${organization} reached the provider ${assigned ? 'after' : 'without'} being assigned.`,
        events: [seq],
      };
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
const atTheDoor = callChecks(['decisions', 'discussions', 'appeals'], {
  'um.denial.discussion-with-physician': ({ op, status, seq, actor, path }: Exchange, facts) => {
    const user = facts.world.users.find(({ id }) => id === actor);
    if (op !== 'hold-discussion' || user?.kind !== 'staff' || !caseOf(facts, path.id)) return null;
    const accepted = status === 201;
    return {
      holds: accepted === isPhysician(user.role),
      because: `A ${user.role} recorded the discussion; the portal answered ${status}.`,
      events: [seq],
      evidence: 'observed',
      edge: 'near',
    };
  },
  'um.reconsideration.not-precondition': (exchange: Exchange, facts) => {
    const { op, status, seq, actor, path, body } = exchange;
    const file = op === 'file-appeal' ? caseOf(facts, path.id) : undefined;
    const user = facts.world.users.find(({ id }) => id === actor);
    if (!file || user?.kind !== 'provider' || !isMakers(facts, exchange, file)) return null;
    const made = file.decisions.find(({ number, seq: at }) => number === body.decision && at < seq);
    if (!made || made.outcome === 'approved') return null;
    return {
      holds: status === 201,
      because: `An appeal ${file.reconsiderations.length > 0 ? 'beside' : 'without'} a reconsideration; the portal answered ${status}.`,
      events: [seq],
      evidence: 'observed',
    };
  },
});

export const outreach: readonly Check[] = [...beforeDenials, ...atTheDoor];
