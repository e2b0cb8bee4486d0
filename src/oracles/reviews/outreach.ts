import type { Book } from '../../facts/book.ts';
import { type CaseFile, type Exchange, notes } from '../../facts/case-file.ts';
import { isMedicalDenial, isPhysician, notesBefore, planDecisions } from '../../facts/decisions.ts';
import { caseOf } from '../../facts/memo.ts';
import { isMakers } from '../../facts/site.ts';
import { earliestDue } from '../clocks/arms.ts';
import { anchorsOf, determinationsOf, inScope } from '../clocks/determination.ts';
import { caseFamily, exchangeFamily, type Seen, together } from '../family.ts';

/** Whether a request was still undecided when its time was up although the provider had been asked. */
function unanswered(file: CaseFile, book: Book): Seen | null {
  const asked = notes(file, 'reached-out').find(({ event }) => event.respondBy !== null);
  if (!asked || !inScope(book, file)) return null;
  const [first] = determinationsOf(file);
  if (first?.decided)
    return {
      holds: true,
      because: 'Decided on what was there.',
      events: [asked.seq, first.decided.seq],
    };
  if (!first || book.scripted) return null;
  const due = earliestDue(
    book.pack,
    book.pack.readings.lenient,
    anchorsOf(first, 'high'),
    'decision',
    'approval',
  );
  const end = Math.min(book.until, file.closed?.at.high ?? Number.POSITIVE_INFINITY);
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
const beforeDenials = caseFamily('outreach', ['desk', 'events', 'reviews'], {
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
  'um.delegate.mrioa-contact': (file, book) =>
    outsiders(file, book).map(({ seq, organization }) => {
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
const outsiders = (file: CaseFile, book: Book): { seq: number; organization: string }[] =>
  file.feed.flatMap(({ event, seq }) => {
    if (event.type !== 'reached-out' && event.type !== 'discussion-held') return [];
    const { organization } = event.by;
    const supports = book.world.delegates?.some(({ id, role }) => id === organization && role === 'supports');
    return organization !== undefined && supports ? [{ seq, organization }] : [];
  });

/** Who holds a discussion, and whether an appeal may come first. Section 7, Medical Necessity Denials. */
const atTheDoor = exchangeFamily('discussions and appeals', ['decisions', 'discussions', 'appeals'], {
  'um.denial.discussion-with-physician': ({ op, status, seq, actor, path }: Exchange, book) => {
    const user = book.world.users.find(({ id }) => id === actor);
    if (op !== 'hold-discussion' || user?.kind !== 'staff' || !caseOf(book, path.id)) return null;
    const accepted = status === 201;
    return {
      holds: accepted === isPhysician(user.role),
      because: `A ${user.role} recorded the discussion; the portal answered ${status}.`,
      events: [seq],
      evidence: 'observed',
      edge: 'near',
    };
  },
  'um.reconsideration.not-precondition': (exchange: Exchange, book) => {
    const { op, status, seq, actor, path, body } = exchange;
    const file = op === 'file-appeal' ? caseOf(book, path.id) : undefined;
    const user = book.world.users.find(({ id }) => id === actor);
    if (!file || user?.kind !== 'provider' || !isMakers(book, exchange, file)) return null;
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

export const outreach = together('outreach and discussion', beforeDenials, atTheDoor);
