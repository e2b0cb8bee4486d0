import type { Delegate } from '../../contract/index.ts';
import type { Book } from '../../facts/book.ts';
import { type CaseFile, notes } from '../../facts/case-file.ts';
import { procedureOf } from '../../facts/decisions.ts';
import { caseOf } from '../../facts/memo.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { caseFamily, exchangeFamily, together } from '../family.ts';

const delegateOf = (book: Book, role: Delegate['role']): Delegate | undefined =>
  book.world.delegates?.find((one) => one.role === role);

const fromDelegate = (file: CaseFile, book: Book): Delegate | undefined => {
  const arrival = file.exchanges.find(({ op, body }) => op === 'inject' && body.kind === 'delegate-decision');
  return book.world.delegates?.find(({ id }) => id === arrival?.body.delegate);
};

/** How far delegates may go. Section 7, Delegation of Utilization Management. */
export const delegated = together(
  'delegates',
  caseFamily('delegates', ['desk', 'events', 'inject.delegate-decision', 'inject.care-event'], {
    'um.delegate.cvs-no-medical-denial': (file, book) => {
      if (fromDelegate(file, book)?.role !== 'approves-only') return null;
      return file.decisions
        .filter(({ basis }) => basis === 'medical-necessity')
        .map((made) => ({
          holds: made.outcome !== 'denied' || made.organization === null,
          because: `${made.organization ?? 'The plan'} decided: ${made.outcome}.`,
          events: [made.seq],
        }));
    },
    'um.delegate.focus-consultative': (file, book) => {
      const consultant = delegateOf(book, 'consults');
      const spinal = consultant?.categories.includes(procedureOf(book, file)?.category ?? 'other');
      const consulted = notes(file, 'consulted').filter(({ event }) => event.organization === consultant?.id);
      const decided = file.decisions.find(({ organization }) => organization === consultant?.id);
      if (!consultant || (consulted.length === 0 && !decided)) return null;
      return {
        holds: !decided && spinal === true,
        because: `${consultant.name} ${decided ? 'decided' : 'was consulted'}, on ${spinal ? 'spinal surgery' : 'another service'}.`,
        events: [file.received.seq],
      };
    },
    'um.delegate.mrioa-fallback': (file, book) => {
      const support = delegateOf(book, 'supports');
      const missing = file.circumstances.find(({ what }) => what === 'reviewers-unavailable');
      return notes(file, 'consulted')
        .filter(({ event }) => event.organization === support?.id)
        .map(({ seq }) => ({
          holds: missing !== undefined && missing.seq < seq,
          because: `${support?.name} was called on; the plan’s reviewers were ${missing ? 'unavailable' : 'there'}.`,
          events: [seq],
        }));
    },
  }),
  exchangeFamily('delegated authorizations', ['requests', 'revisions', 'inject.delegate-decision'], {
    'um.delegate.evicore-auth-visible': (exchange, book) => {
      const { op, path, status, seq } = exchange;
      const file = op === 'view-request' ? caseOf(book, path.id) : undefined;
      if (file?.channel !== 'delegate' || siteOf(book, exchange) !== sitesOf(book, file).made) return null;
      if (!file.decisions.some(({ outcome, seq: made }) => outcome === 'approved' && made < seq)) return null;
      return {
        holds: status === 200,
        because: `The requesting site looked up the delegate’s number; the portal answered ${status}.`,
        events: [seq],
        evidence: 'observed',
      };
    },
    'um.delegate.evicore-change-new-auth': ({ op, path, body, status, seq }, book) => {
      const file = op === 'revise-request' ? caseOf(book, path.id) : undefined;
      if (file?.channel !== 'delegate' || (body.procedure === undefined && body.servicing === undefined))
        return null;
      return {
        holds: status !== 201,
        because: `Another study or provider on a delegate’s number; the portal answered ${status}.`,
        events: [seq],
        evidence: 'observed',
      };
    },
  }),
);
