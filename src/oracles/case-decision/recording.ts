import type { Exchange } from '../../facts/case-file.ts';
import {
  calendarDaysAfter,
  determinationsBefore,
  itemsOf,
  localDateOf,
  stateBefore,
} from '../../facts/delegate/course.ts';
import { caseOfCall, type DelegateCase, delegateOf, done, staffRole } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, text } from '../../facts/values.ts';
import { accepted, namedIn, refused } from '../answers.ts';
import { criteriaMet } from '../case-build/drafts.ts';
import { delegateCallChecks, onCall } from '../check.ts';
import { asValue, atLeast, includes, PRESENT } from '../value.ts';
import { coverageOf } from './determinations.ts';

/** A staff call about a case of the delegate that waits for a determination. */
function review(facts: Facts, call: Exchange, op: string): DelegateCase | null {
  const file = call.op === op && call.status !== 401 ? caseOfCall(facts, call) : undefined;
  return file && staffRole(facts, call.actor) !== null ? file : null;
}

/** The four parts of the message that a case went to clinical review. */
const REVIEW_MESSAGE = {
  'clinical review': /clinical review/,
  fax: /fax/,
  '2 business days': /2 business days|two business days/,
  'telephone number': /\d{3}.?\d{3}.?\d{4}/,
};

/** What the delegate’s own staff may record. Training, Criteria Met and Special Circumstances. */
export const recording = delegateCallChecks({
  'decision.realtime.approval-possible': (call, facts) => {
    const file = call.op === 'submit-case' && done(call) ? caseOfCall(facts, call) : undefined;
    if (!file || criteriaMet(facts, file, call.seq) !== true || file.started.body.retrospective) return null;
    if (coverageOf(facts, file, call.seq)?.covers === false) return null;
    const number = text(call.answer.authorization);
    return onCall(
      call,
      { state: 'approved', authorization: PRESENT },
      { state: text(call.answer.state), authorization: number === 'NA' ? null : number },
      { given: { criteriaMet: true } },
    );
  },
  'clinical.notmet.review-message': (call, facts) => {
    const file = call.op === 'submit-case' && done(call) ? caseOfCall(facts, call) : undefined;
    if (!file || call.answer.state !== 'clinical-review') return null;
    const message = text(call.answer.message);
    return onCall(
      call,
      { messageNames: includes(...Object.keys(REVIEW_MESSAGE)) },
      { messageNames: namedIn(message, REVIEW_MESSAGE), message },
    );
  },
  'clinical.summary.review-fields': (call) => {
    if (call.op !== 'submit-case' || !done(call) || call.answer.state !== 'clinical-review') return null;
    const paths = [
      'practitioner.name',
      'contact.whoToContact',
      'member.lastName',
      'healthPlan',
      'site.name',
      'diagnoses.primary.description',
      'dateOfService',
      'cancerType.code',
      'caseNumber',
      'submittedAt',
      'status',
    ];
    const missing = paths.filter((path) => (text(at(call.answer, path)) ?? '') === '');
    return onCall(
      call,
      { fieldsMissing: [], expiration: 'N/A', authorization: 'NA' },
      {
        fieldsMissing: missing,
        expiration: text(call.answer.expiration),
        authorization: text(call.answer.authorization),
      },
    );
  },
  'case.info.four-categories': (call) => {
    if (call.op !== 'submit-case' || !done(call)) return null;
    const groups = ['member.id', 'practitioner.npi', 'site.npi', 'cancerType.code'];
    const empty = groups.filter((path) => (text(at(call.answer, path)) ?? '') === '');
    return onCall(call, { fieldsMissing: [] }, { fieldsMissing: empty });
  },
  'decision.summary.four-sections': (call, facts) => {
    const file = call.op === 'view-case' && done(call) ? caseOfCall(facts, call) : undefined;
    if (!file || determinationsBefore(file, call.seq).length === 0) return null;
    const decision = fields(call.answer.decision);
    const items = [
      ...itemsOf(at(call.answer, 'plan.phases')),
      ...itemsOf(decision.approved),
      ...itemsOf(decision.denied),
    ];
    const missing = [
      ...['approved', 'denied'].filter((name) => !Array.isArray(decision[name])),
      ...(typeof decision.rationale === 'string' ? [] : ['rationale']),
    ];
    const uncounted = items.filter(
      (one) => !text(one.technique) || !Number.isInteger(one.fractions) || Number(one.fractions) < 1,
    );
    return onCall(
      call,
      { sectionsMissing: [], phasesWithoutCount: [], numberOfPhases: atLeast(1) },
      {
        sectionsMissing: missing,
        phasesWithoutCount: uncounted.map(asValue),
        numberOfPhases: items.length,
      },
    );
  },
  'decision.summary.identifiers': (call, facts) => {
    const file = call.op === 'view-case' && done(call) ? caseOfCall(facts, call) : undefined;
    if (!file || stateBefore(file, call.seq, call.at) !== 'approved') return null;
    const paths = [
      'authorization',
      'reviewedAt',
      'expiration',
      'status',
      'member.id',
      'practitioner.npi',
      'site.npi',
    ];
    const missing = paths.filter((path) => ['', 'NA', 'N/A'].includes(text(at(call.answer, path)) ?? ''));
    return onCall(call, { fieldsMissing: [] }, { fieldsMissing: missing });
  },
  'decision.expiration.180-days-from-review': (call, facts) => {
    const file = call.op === 'view-case' && done(call) ? caseOfCall(facts, call) : undefined;
    const made = file && determinationsBefore(file, call.seq).at(-1);
    if (!file || made?.told.outcome !== 'approved' || stateBefore(file, call.seq, call.at) !== 'approved')
      return null;
    const expected = localDateOf(
      file,
      calendarDaysAfter(file, made.at, file.pack.delegate.authorizationDays.value),
    );
    return onCall(
      call,
      { expiration: expected },
      { expiration: text(call.answer.expiration) },
      { given: { reviewedOn: localDateOf(file, made.at) } },
    );
  },
  'update.existing.by-phone': (call, facts) => {
    const file = review(facts, call, 'update-case');
    if (!file || stateBefore(file, call.seq, call.at) !== 'approved') return null;
    if (call.body.technique !== undefined || call.body.cancerType !== undefined) return null;
    const site = text(call.body.site);
    if (site !== null && delegateOf(facts).delegation?.sites.every(({ id }) => id !== site)) return null;
    return accepted(call, { given: { state: 'approved', changed: Object.keys(call.body) } });
  },
  'update.change-needs-new-review': (call, facts) => {
    const file = review(facts, call, 'update-case');
    if (!file || stateBefore(file, call.seq, call.at) !== 'approved') return null;
    if (call.body.technique === undefined && call.body.cancerType === undefined) return null;
    return refused(call, { given: { state: 'approved', changed: Object.keys(call.body) } });
  },
});
