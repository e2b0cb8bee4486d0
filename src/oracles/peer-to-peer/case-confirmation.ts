import { delegateOf, done, memberAt } from '../../facts/delegate/file.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import { onCall, peerToPeerCallChecks } from '../check.ts';
import { REFUSED, type Values } from '../value.ts';
import { isUnknownCase } from './grounds-for-refusal.ts';

/** What the case-confirmation page shows of each case. */
const FIELDS = [
  'member.lastName',
  'member.birthDate',
  'member.id',
  'state',
  'healthPlan',
  'episode',
  'modality',
  'system',
] as const;

/** Cases looked up by number and birth date. Training, How to Schedule a Peer to Peer Request. */
export const caseConfirmation = peerToPeerCallChecks({
  'p2p.request.lookup-needs-matching-dob': (call, facts) => {
    if (call.op !== 'look-up-peer-cases' || call.status === 401) return null;
    const keys = list(call.body.cases).map(fields);
    const wrong = keys.filter((key) => isUnknownCase(facts, call, key));
    if (wrong.length === 0) return null;
    const file = delegateOf(facts).cases.get(text(wrong[0]?.caseNumber) ?? '');
    const member = file && memberAt(facts, file, call.seq);
    const disclosed = member !== undefined && JSON.stringify(call.answer).includes(member.lastName);
    return onCall(
      call,
      { answer: REFUSED, disclosedMember: null },
      { answer: call.status, disclosedMember: disclosed ? member.id : null },
      { given: { casesWithoutMatch: wrong.map(({ caseNumber }) => text(caseNumber)) } },
    );
  },
  'p2p.request.confirmation-fields': (call, facts) => {
    if (call.op !== 'look-up-peer-cases' || !done(call)) return null;
    const rows = list(call.answer.cases)
      .map(fields)
      .map((row) => {
        const shown = text(at(row, 'member.id'));
        const file = delegateOf(facts).cases.get(text(row.caseNumber) ?? '');
        return {
          case: text(row.caseNumber),
          fields: FIELDS.filter((path) => (text(at(row, path)) ?? '') !== ''),
          member: shown,
          // Of a case that is not known nothing but the presence of fields can be said.
          rightMember: file ? (memberAt(facts, file, call.seq)?.id ?? null) : shown,
        };
      });
    const valuesOf = (row: (typeof rows)[number], shown: Values): Values => ({ case: row.case, ...shown });
    return onCall(
      call,
      { cases: rows.map((row) => valuesOf(row, { fields: FIELDS, member: row.rightMember })) },
      { cases: rows.map((row) => valuesOf(row, { fields: row.fields, member: row.member })) },
    );
  },
});
