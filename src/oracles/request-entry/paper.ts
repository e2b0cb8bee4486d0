import { type CaseFile, notes } from '../../facts/case-file.ts';
import { caseOf, groupCases } from '../../facts/memo.ts';
import { fields } from '../../facts/values.ts';
import { atTheEnd, type Check, callChecks, onCall, reported, requestChecks } from '../check.ts';
import { ABSENT, includes, PRESENT } from '../value.ts';

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
      const items = notes(file, 'information-received').flatMap(({ event }) => event.items);
      const approved = file.decisions.find(
        ({ outcome, role, staged }) => outcome !== 'denied' && role !== 'system' && !staged,
      );
      if (items.includes('authorization-form'))
        return reported(
          [file.received.seq],
          { receivedLater: includes('authorization-form') },
          { receivedLater: items },
        );
      return reported(
        [file.received.seq],
        { approval: ABSENT },
        { approval: approved?.outcome ?? null },
        { given: { channel: file.channel, authorizationForm: 'incomplete' } },
      );
    },
    'um.delegate.evicore-direct': (file, facts) => {
      const code = file.submission?.body.procedure;
      const imaging = facts.world.procedures.find((one) => one.code === code)?.category === 'imaging';
      if (!imaging || file.outside || file.channel === 'delegate' || file.channel === 'portal') return null;
      const decided = file.decisions.find(({ organization }) => organization === null);
      return reported(
        [file.received.seq, ...(decided ? [decided.seq] : [])],
        { decisionOfPlan: ABSENT },
        { decisionOfPlan: decided?.outcome ?? null },
        { given: { channel: file.channel, category: 'imaging' } },
      );
    },
  }),
  ...callChecks(['events', 'inject.paper-request'], {
    'um.submit.fax-fallback': atTheEnd((call, facts) => {
      const { op, body, status, answer, case: name } = call;
      if (op !== 'inject' || body.kind !== 'paper-request' || body.channel !== 'fax') return null;
      const own = name === null ? undefined : named(facts).get(name)?.[0];
      const request = (caseOf(facts, answer.request) ?? own)?.id ?? null;
      return onCall(
        call,
        { answer: 202, request: PRESENT },
        { answer: status, request },
        { evidence: 'reported' },
      );
    }),
  }),
];
