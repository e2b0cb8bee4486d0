import type { Delegate } from '../../contract/index.ts';
import { type CaseFile, notes } from '../../facts/case-file.ts';
import { procedureOf } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import { isBefore } from '../../facts/order.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { type Check, callChecks, onCall, reported, requestChecks } from '../check.ts';
import { ABSENT, not, oneOf } from '../value.ts';

/** The organization of the world that has a role for the plan, if there is one. */
const organizationFor = (facts: Facts, role: Delegate['role']): Delegate | undefined =>
  facts.world.delegates?.find((one) => one.role === role);

/** The organization whose decision a request arrived with, if it arrived so. */
const fromDelegate = (file: CaseFile, facts: Facts): Delegate | undefined => {
  const arrival = file.exchanges.find(({ op, body }) => op === 'inject' && body.kind === 'delegate-decision');
  return facts.world.delegates?.find(({ id }) => id === arrival?.body.delegate);
};

const PLAN = 'plan';

/** How far delegates may go. Section 7, Delegation of Utilization Management. */
export const delegated: readonly Check[] = [
  ...requestChecks(['desk', 'events', 'inject.delegate-decision', 'inject.care-event'], {
    'um.delegate.cvs-no-medical-denial': (file, facts) => {
      if (fromDelegate(file, facts)?.role !== 'approves-only') return null;
      return file.decisions
        .filter(({ basis }) => basis === 'medical-necessity')
        .map(({ outcome, organization, seq }) => {
          const decidedBy = organization ?? PLAN;
          return outcome === 'denied'
            ? reported([seq], { decidedBy: PLAN }, { decidedBy }, { given: { outcome } })
            : reported([seq], { outcome: not('denied') }, { outcome }, { given: { decidedBy } });
        });
    },
    'um.delegate.focus-consultative': (file, facts) => {
      const consultant = organizationFor(facts, 'consults');
      const consulted = notes(file, 'consulted').some(({ event }) => event.organization === consultant?.id);
      const decided = file.decisions.find(({ organization }) => organization === consultant?.id);
      if (!consultant || (!consulted && !decided)) return null;
      return reported(
        [file.received.seq],
        { service: oneOf(...consultant.categories), decisionOfConsultant: ABSENT },
        {
          service: procedureOf(facts, file)?.category ?? 'other',
          decisionOfConsultant: decided?.outcome ?? null,
        },
        { given: { consultant: consultant.id } },
      );
    },
    'um.delegate.mrioa-fallback': (file, facts) => {
      const support = organizationFor(facts, 'supports');
      const missing = file.circumstances.find(({ what }) => what === 'reviewers-unavailable');
      return notes(file, 'consulted')
        .filter(({ event }) => event.organization === support?.id)
        .map(({ seq, event }) =>
          reported(
            [seq],
            { reviewersOfPlan: 'unavailable' },
            { reviewersOfPlan: missing && isBefore(missing, { seq }) ? 'unavailable' : 'available' },
            { given: { consulted: event.organization } },
          ),
        );
    },
  }),
  ...callChecks(['requests', 'revisions', 'inject.delegate-decision'], {
    'um.delegate.evicore-auth-visible': (call, facts) => {
      const file = call.op === 'view-request' ? caseOf(facts, call.path.id) : undefined;
      if (file?.channel !== 'delegate' || siteOf(facts, call) !== sitesOf(facts, file).made) return null;
      const approved = file.decisions.some(({ outcome, seq }) => outcome === 'approved' && seq < call.seq);
      if (!approved) return null;
      const given = { authorization: file.id, lookedUpBy: siteOf(facts, call) };
      return onCall(call, { answer: 200 }, { answer: call.status }, { given });
    },
    'um.delegate.evicore-change-new-auth': (call, facts) => {
      const file = call.op === 'revise-request' ? caseOf(facts, call.path.id) : undefined;
      const changed = (['procedure', 'servicing'] as const).filter((name) => call.body[name] !== undefined);
      if (file?.channel !== 'delegate' || changed.length === 0) return null;
      const given = { authorization: file.id, revisionOf: changed };
      return onCall(call, { answer: not(201) }, { answer: call.status }, { given });
    },
  }),
];
