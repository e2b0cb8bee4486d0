import type { Delegate } from '../../contract/index.ts';
import { type CaseFile, notes } from '../../facts/case-file.ts';
import { procedureOf } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { type Check, callChecks, requestChecks } from '../check.ts';

const delegateOf = (facts: Facts, role: Delegate['role']): Delegate | undefined =>
  facts.world.delegates?.find((one) => one.role === role);

const fromDelegate = (file: CaseFile, facts: Facts): Delegate | undefined => {
  const arrival = file.exchanges.find(({ op, body }) => op === 'inject' && body.kind === 'delegate-decision');
  return facts.world.delegates?.find(({ id }) => id === arrival?.body.delegate);
};

/** How far delegates may go. Section 7, Delegation of Utilization Management. */
export const delegated: readonly Check[] = [
  ...requestChecks(['desk', 'events', 'inject.delegate-decision', 'inject.care-event'], {
    'um.delegate.cvs-no-medical-denial': (file, facts) => {
      if (fromDelegate(file, facts)?.role !== 'approves-only') return null;
      return file.decisions
        .filter(({ basis }) => basis === 'medical-necessity')
        .map((made) => ({
          holds: made.outcome !== 'denied' || made.organization === null,
          because: `${made.organization ?? 'The plan'} decided: ${made.outcome}.`,
          events: [made.seq],
        }));
    },
    'um.delegate.focus-consultative': (file, facts) => {
      const consultant = delegateOf(facts, 'consults');
      const spinal = consultant?.categories.includes(procedureOf(facts, file)?.category ?? 'other');
      const consulted = notes(file, 'consulted').filter(({ event }) => event.organization === consultant?.id);
      const decided = file.decisions.find(({ organization }) => organization === consultant?.id);
      if (!consultant || (consulted.length === 0 && !decided)) return null;
      return {
        holds: !decided && spinal === true,
        because: `${consultant.name} ${decided ? 'decided' : 'was consulted'}, on ${spinal ? 'spinal surgery' : 'another service'}.`,
        events: [file.received.seq],
      };
    },
    'um.delegate.mrioa-fallback': (file, facts) => {
      const support = delegateOf(facts, 'supports');
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
  ...callChecks(['requests', 'revisions', 'inject.delegate-decision'], {
    'um.delegate.evicore-auth-visible': (exchange, facts) => {
      const { op, path, status, seq } = exchange;
      const file = op === 'view-request' ? caseOf(facts, path.id) : undefined;
      if (file?.channel !== 'delegate' || siteOf(facts, exchange) !== sitesOf(facts, file).made) return null;
      if (!file.decisions.some(({ outcome, seq: made }) => outcome === 'approved' && made < seq)) return null;
      return {
        holds: status === 200,
        because: `The requesting site looked up the delegate’s number; the portal answered ${status}.`,
        events: [seq],
        evidence: 'observed',
      };
    },
    'um.delegate.evicore-change-new-auth': ({ op, path, body, status, seq }, facts) => {
      const file = op === 'revise-request' ? caseOf(facts, path.id) : undefined;
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
];
