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
import { criteriaMet } from '../case-build/drafts.ts';
import { delegateCallChecks } from '../check.ts';
import { shown } from '../seen.ts';
import { coverageOf } from './determinations.ts';

/** A staff call about a case of the delegate that waits for a determination. */
function review(facts: Facts, call: Exchange, op: string): DelegateCase | null {
  const file = call.op === op && call.status !== 401 ? caseOfCall(facts, call) : undefined;
  return file && staffRole(facts, call.actor) !== null ? file : null;
}

/** What the delegate’s own staff may record. Training, Criteria Met and Special Circumstances. */
export const recording = delegateCallChecks({
  'decision.realtime.approval-possible': (call, facts) => {
    const file = call.op === 'submit-case' && done(call) ? caseOfCall(facts, call) : undefined;
    if (!file || criteriaMet(facts, file, call.seq) !== true || file.started.body.retrospective) return null;
    if (coverageOf(facts, file, call.seq)?.covers === false) return null;
    const number = text(call.answer.authorization);
    return shown(
      call,
      call.answer.state === 'approved' && number !== null && number !== 'NA',
      `The criteria are met; the case is ${text(call.answer.state)}, authorization ${number}.`,
    );
  },
  'clinical.notmet.review-message': (call, facts) => {
    const file = call.op === 'submit-case' && done(call) ? caseOfCall(facts, call) : undefined;
    if (!file || call.answer.state !== 'clinical-review') return null;
    const message = (text(call.answer.message) ?? '').toLowerCase();
    const parts = [/clinical review/, /fax/, /2 business days|two business days/, /\d{3}.?\d{3}.?\d{4}/];
    const missing = parts.filter((part) => !part.test(message)).length;
    return shown(call, missing === 0, `${missing} of its four parts are missing from the message.`);
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
    const quiet = call.answer.expiration === 'N/A' && call.answer.authorization === 'NA';
    return shown(
      call,
      missing.length === 0 && quiet,
      missing.length > 0
        ? `Missing: ${missing.join(', ')}.`
        : `Expiration ${text(call.answer.expiration)}, authorization ${text(call.answer.authorization)}.`,
    );
  },
  'case.info.four-categories': (call) => {
    if (call.op !== 'submit-case' || !done(call)) return null;
    const groups = ['member.id', 'practitioner.npi', 'site.npi', 'cancerType.code'];
    const empty = groups.filter((path) => (text(at(call.answer, path)) ?? '') === '');
    return shown(
      call,
      empty.length === 0,
      empty.length === 0 ? 'All four categories are there.' : `Empty: ${empty.join(', ')}.`,
    );
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
    const whole =
      ['approved', 'denied'].every((name) => Array.isArray(decision[name])) &&
      typeof decision.rationale === 'string';
    const counted = items.every(
      (one) => text(one.technique) && Number.isInteger(one.fractions) && Number(one.fractions) >= 1,
    );
    return shown(
      call,
      whole && counted && items.length > 0,
      `The four sections are ${whole ? '' : 'not '}there, and every phase is ${counted ? '' : 'not '}counted.`,
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
    return shown(
      call,
      missing.length === 0,
      missing.length === 0 ? 'Every identifier is shown.' : `Missing: ${missing.join(', ')}.`,
    );
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
    const given = text(call.answer.expiration);
    return shown(
      call,
      given === expected,
      `Reviewed on ${localDateOf(file, made.at)}; the days end on ${expected}, and it expires on ${given}.`,
    );
  },
  'update.existing.by-phone': (call, facts) => {
    const file = review(facts, call, 'update-case');
    if (!file || stateBefore(file, call.seq, call.at) !== 'approved') return null;
    if (call.body.technique !== undefined || call.body.cancerType !== undefined) return null;
    const site = text(call.body.site);
    if (site !== null && delegateOf(facts).delegation?.sites.every(({ id }) => id !== site)) return null;
    return shown(call, done(call), `An update by phone was answered ${call.status}.`);
  },
  'update.change-needs-new-review': (call, facts) => {
    const file = review(facts, call, 'update-case');
    if (!file || stateBefore(file, call.seq, call.at) !== 'approved') return null;
    if (call.body.technique === undefined && call.body.cancerType === undefined) return null;
    return shown(
      call,
      !done(call),
      `Another technique on the same authorization was answered ${call.status}.`,
    );
  },
});
