import { type CaseFile, notes } from '../../facts/case-file.ts';
import { caseOf, groupCases } from '../../facts/memo.ts';
import { fields } from '../../facts/values.ts';
import { atTheEnd, type Check, callChecks, requestChecks } from '../check.ts';

const PAPER = ['fax', 'mail'];

const formOf = (file: CaseFile): boolean | null => {
  const paper = file.exchanges.find(({ op, body }) => op === 'inject' && body.kind === 'paper-request');
  return paper ? fields(paper.body.form).complete === true : null;
};

const named = groupCases(({ name }) => name);

/** What the plan does with paper. Section 7, Submission and Valid Prior Authorization Requests. */
export const paper: readonly Check[] = [
  ...requestChecks(['desk', 'events', 'inject.paper-request'], {
    'um.valid.paper-form': (file) => {
      const complete = formOf(file);
      if (complete !== false || !PAPER.includes(file.channel)) return null;
      const arrived = notes(file, 'information-received').some(({ event }) =>
        event.items.includes('authorization-form'),
      );
      const approved = file.decisions.find(
        ({ outcome, role, staged }) => outcome !== 'denied' && role !== 'system' && !staged,
      );
      return {
        holds: !approved || arrived,
        because: `Without a complete form, the request was ${approved ? 'approved' : 'not approved'}.`,
        events: [file.received.seq],
      };
    },
    'um.delegate.evicore-direct': (file, facts) => {
      const code = file.submission?.body.procedure;
      const imaging = facts.world.procedures.find((one) => one.code === code)?.category === 'imaging';
      if (!imaging || file.outside || file.channel === 'delegate' || file.channel === 'portal') return null;
      const decided = file.decisions.find(({ organization }) => organization === null);
      return {
        holds: decided === undefined,
        because: `Imaging was asked for on paper; the plan ${decided ? 'decided it itself' : 'did not decide it'}.`,
        events: [file.received.seq, ...(decided ? [decided.seq] : [])],
      };
    },
  }),
  ...callChecks(['events', 'inject.paper-request'], {
    'um.submit.fax-fallback': atTheEnd(({ op, body, status, answer, seq, case: name }, facts) => {
      if (op !== 'inject' || body.kind !== 'paper-request' || body.channel !== 'fax') return null;
      const taken = caseOf(facts, answer.request) !== undefined || (name !== null && named(facts).has(name));
      return {
        holds: status === 202 && taken,
        because: `A request came by fax and was ${taken ? 'taken' : 'not taken'}.`,
        events: [seq],
      };
    }),
  }),
];
