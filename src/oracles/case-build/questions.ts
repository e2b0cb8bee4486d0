import { buildAt, done, ownCase as own } from '../../facts/delegate/file.ts';
import { fields, list, strings, text } from '../../facts/values.ts';
import { accepted, refused } from '../answers.ts';
import { atTheEnd, delegateCallChecks, onCall } from '../check.ts';
import { includes, PRESENT } from '../value.ts';
import { criteriaMet, isDraft, pagesFor } from './drafts.ts';

/** Questions page by page, and what follows from their answers. Training, Proceed to Clinical Information and Criteria Not Met. */
export const questions = delegateCallChecks({
  'clinical.questions.page-submit': (call, facts) => {
    const file = call.op === 'resume-case' && done(call) ? own(facts, call) : null;
    const found = file && pagesFor(facts, file, call.seq);
    if (!found || found.answered.length === 0) return null;
    const next = found.pages.find(({ id }) => !found.answered.includes(id))?.id ?? null;
    return onCall(
      call,
      { page: next },
      { page: text(fields(call.answer.page).id) },
      { given: { pagesAnswered: found.answered } },
    );
  },
  'clinical.questions.depend-on-answers': atTheEnd((call, facts) => {
    const file = ['pass-gate', 'answer-questions'].includes(call.op) && done(call) ? own(facts, call) : null;
    if (!file) return null;
    const found = pagesFor(facts, file, call.seq + 1);
    const next = found?.pages.find(({ id }) => !found.answered.includes(id)) ?? null;
    return onCall(
      call,
      { page: next?.id ?? null },
      { page: text(fields(call.answer.page).id) },
      { given: { answersToQuestions: found?.answers ?? {} } },
    );
  }),
  'clinical.questions.breast-examples': (call, facts) => {
    const file = call.op === 'pass-gate' && done(call) ? own(facts, call) : null;
    if (!file || buildAt(file, call.seq).cancerType !== 'RCBREA') return null;
    const [first] = pagesFor(facts, file, call.seq)?.pages ?? [];
    const asked = list(fields(call.answer.page).questions).map((one) => text(fields(one).id) ?? '');
    return onCall(
      call,
      { questionnairePage: PRESENT, questions: includes(...(first?.questions ?? []).map(({ id }) => id)) },
      { questionnairePage: first?.id ?? null, questions: asked },
    );
  },
  'clinical.notmet.four-choices': atTheEnd((call, facts) => {
    const file = call.op === 'answer-questions' && done(call) ? own(facts, call) : null;
    if (!file || criteriaMet(facts, file, call.seq + 1) !== false) return null;
    const choices = new Set(strings(call.answer.choices));
    return onCall(
      call,
      { choices: ['both', 'notes', 'nothing', 'upload'] },
      { choices: [...choices].sort() },
      { given: { criteriaMet: false } },
    );
  }),
  'clinical.notmet.choice-enforced': (call, facts) => {
    const file = call.op === 'choose-additional' ? own(facts, call) : null;
    const choice = text(call.body.choice) ?? '';
    if (!file || !isDraft(file, call) || criteriaMet(facts, file, call.seq) !== false) return null;
    const empty = ['notes', 'both'].includes(choice) && (text(call.body.notes) ?? '').trim() === '';
    const given = empty ? { choice, notes: 'none' } : { choice };
    if (!empty && done(call)) return accepted(call, { given });
    return empty ? refused(call, { given }) : null;
  },
});
