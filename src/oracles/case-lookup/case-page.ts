import type { Exchange } from '../../facts/case-file.ts';
import { determinationsBefore, stateBefore } from '../../facts/delegate/course.ts';
import { caseOfCall, type DelegateCase, done, isPractice } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import { delegateCallChecks, onCall } from '../check.ts';
import { ACCEPTED, REFUSED } from '../value.ts';

/** The case that a call of an operation by a user of the delegate is about. */
const caseLookedAt = (facts: Facts, call: Exchange, op: string): DelegateCase | undefined =>
  call.op === op && isPractice(facts, call.actor) && call.status !== 401
    ? caseOfCall(facts, call)
    : undefined;

/** What the page of a decided case shows. */
const FIELDS = [
  'caseNumber',
  'authorization',
  'status',
  'cancerType.code',
  'site.name',
  'expiration',
  'lastUpdated',
  'reviewedAt',
] as const;

/** The page of one case, and what was written about it. Training, Authorization Lookup. */
export const casePage = delegateCallChecks({
  'lookup.individual-and-recent': (call, facts) => {
    const file = caseLookedAt(facts, call, 'view-case');
    if (!file) return null;
    const answer = call.status;
    const given = { case: file.number, user: call.actor, userOfCase: file.user };
    if (file.user !== call.actor) return onCall(call, { answer: REFUSED }, { answer }, { given });
    return onCall(
      call,
      { answer: ACCEPTED, caseNumber: file.number },
      { answer, caseNumber: text(call.answer.caseNumber) },
      { given },
    );
  },
  'lookup.correspondence-view-print': (call, facts) => {
    const file = caseLookedAt(facts, call, 'list-correspondence');
    if (!file || file.user !== call.actor || !done(call)) return null;
    const sent = file.notices.filter(({ seq, told }) => seq < call.seq && told.by !== 'phone');
    const letters = list(call.answer.letters).map((one) => text(fields(one).text));
    const missing = sent.filter(({ told }) => !letters.includes(text(told.text)));
    // The texts name the member: a notice goes by its subject, its reader and its way.
    return onCall(
      call,
      { missingNotices: [] },
      {
        missingNotices: missing.map(({ type, told }) => ({
          about: type,
          to: text(told.to),
          by: text(told.by),
        })),
      },
      { given: { noticesSent: sent.length } },
    );
  },
  'lookup.page-fields': (call, facts) => {
    const file = done(call) ? caseLookedAt(facts, call, 'view-case') : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    if (!file || file.user !== call.actor || !made) return null;
    const state = stateBefore(file, call.seq, call.at);
    const shown = FIELDS.filter((path) => (text(at(call.answer, path)) ?? '') !== '');
    if (state !== 'denied') return onCall(call, { fields: FIELDS }, { fields: shown }, { given: { state } });
    const approved = list(at(call.answer, 'decision.approved')).map(fields);
    return onCall(
      call,
      { fields: FIELDS, authorization: 'NA', approvedItems: [] },
      {
        fields: shown,
        authorization: text(call.answer.authorization),
        approvedItems: approved
          .filter(({ asNeeded }) => asNeeded !== true)
          .map(({ technique }) => text(technique)),
      },
      { given: { state } },
    );
  },
});
